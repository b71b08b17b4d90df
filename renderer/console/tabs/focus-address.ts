/** Brings the keyboard to the address of the request in sight; false when there is none. */
export function focusAddress(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-address] input');
  field?.focus();
  field?.select();
  return field !== null;
}

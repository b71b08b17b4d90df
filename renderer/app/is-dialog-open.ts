/** True while a dialog asks a person for something: what is below it hears no command. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

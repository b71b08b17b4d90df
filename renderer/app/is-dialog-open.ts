/** True while a dialog asks a person for something: what is below it hears no command. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

/** True while a menu or a list of choices floats above the page. Lists that stand in the page itself are none. */
export function isPopoverOpen(): boolean {
  return document.querySelector(':is([role="menu"], [role="listbox"]):not(main *)') !== null;
}

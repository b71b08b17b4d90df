/** The texts of the desktop shell: menus, the file dialog, and what is said when the page is gone. */
export interface MenuTexts {
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly quit: string;
  readonly file: string;
  readonly newApp: string;
  readonly importKey: string;
  readonly mint: string;
  readonly settings: string;
  readonly closeWindow: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly goMint: string;
  readonly goJwt: string;
  readonly goScope: string;
  readonly goConsole: string;
  readonly goKeys: string;
  readonly goDoctor: string;
  readonly goPractice: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly reload: string;
  readonly developerTools: string;
  readonly window: string;
  readonly minimize: string;
  readonly zoomWindow: string;
  readonly bringAllToFront: string;
  readonly help: string;
  readonly docsChannel: string;
  readonly docsAuthentication: string;
  readonly docsErrors: string;
  readonly pickKeyTitle: string;
  readonly pickCheckKeyTitle: string;
  readonly pickKeyFiles: string;
  readonly pickAllFiles: string;
  readonly pageGone: string;
  readonly pageGoneDetail: string;
}

export const menuTextsEn: MenuTexts = {
  about: 'About Coze Mint',
  services: 'Services',
  hide: 'Hide Coze Mint',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  quit: 'Quit Coze Mint',
  file: 'File',
  newApp: 'New App',
  importKey: 'Import Private Key…',
  mint: 'Mint Token',
  settings: 'Settings…',
  closeWindow: 'Close Window',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  goMint: 'Mint',
  goJwt: 'JWT',
  goScope: 'Scope',
  goConsole: 'Console',
  goKeys: 'Keys & Apps',
  goDoctor: 'Doctor',
  goPractice: 'Practice',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Toggle Full Screen',
  reload: 'Reload',
  developerTools: 'Toggle Developer Tools',
  window: 'Window',
  minimize: 'Minimize',
  zoomWindow: 'Zoom',
  bringAllToFront: 'Bring All to Front',
  help: 'Help',
  docsChannel: 'Coze Documentation: OAuth JWT (Channel)',
  docsAuthentication: 'Coze Documentation: Authentication',
  docsErrors: 'Coze Documentation: Error Codes',
  pickKeyTitle: 'Choose a private key or coze_oauth_config.json',
  pickCheckKeyTitle: 'Choose a public key, certificate or JWKS to check the signature with',
  pickKeyFiles: 'Keys and configurations',
  pickAllFiles: 'All files',
  pageGone: 'The screen stopped working',
  pageGoneDetail: 'Your apps and keys are safe. Reload the screen to go on.',
};

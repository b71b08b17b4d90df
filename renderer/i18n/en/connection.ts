export const connection = {
  lost: {
    title: 'Connection lost',
    text: 'Coze Mint is tried again by itself. What stands on the screens stays there.',
  },
  noSession: {
    title: 'Open the link that the terminal shows',
    text: 'This browser has no session. coze-mint serve prints a link; press Enter in its terminal for another one.',
  },
  linkUsed: {
    title: 'This link was used already',
    text: 'A link lets one browser in, once. Press Enter in the terminal of coze-mint serve and open the new one.',
  },
  tooManyPages: {
    title: 'Open in too many tabs',
    text: 'Close one of the other tabs, then go on here.',
  },
  ended: {
    title: 'Coze Mint has ended',
    text: 'Start coze-mint serve again and open the link that it prints.',
  },
  attempt: 'Attempt {{number}}',
  retry: 'Try now',
  staysInClipboard: 'Copied. This browser does not let the page clear the clipboard later.',
  newLink: 'Another browser',
  newLinkHint: 'Each browser needs a link of its own, which works once',
  makeLink: 'Make a link',
  linkFailed: 'No link could be made. Is coze-mint serve still running?',
  clipboardHint:
    'Only if it still holds it, and only while this page has the focus and may look: a browser asks for that',
  allowClipboard: 'Let the page look',
  noticesHint:
    'In the page, this long before; with your consent also by the browser. Only while a page is open',
  allowNotices: 'Let the browser notify',
} as const;

/** English words of the browser's own surfaces: context menu, address bar. */
export const enShell = {
  'shell.menu': 'Check the selected number',
  'shell.omnibox.hint': 'Check a number, a lender or a whole message',
  'shell.omnibox.none': 'No number found. Press Enter to look for a name',
  'shell.omnibox.one': '{number} · {verdict} · Press Enter for the reasons',
}

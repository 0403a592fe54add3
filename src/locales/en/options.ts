/** English words of the options page, which is also the first page after installing. */
import type { zhOptions } from '../zh-CN/options.ts'

export const enOptions: Record<keyof typeof zhOptions, string> = {
  'opt.title': 'Zhenhao settings',
  'opt.welcome': 'Ready to use. Nothing needs to be set up.',
  'opt.lead':
    'Zhenhao checks the customer-service numbers on pages and in text messages, and says whether a lender published them.',

  'read.title': 'What it reads, what it keeps',
  'read.page': 'It reads the text of the pages you open, looking for phone numbers only.',
  'read.forms': 'What you are typing is not read.',
  'read.stay': 'Everything is checked on this device. What is read is not sent and not kept.',
  'read.net': 'The only request it makes fetches a newer list, with nothing about you.',
  'read.limit': 'It says whose number it is. It does not rate lenders and cannot hear calls.',

  'live.title': 'Try it here',
  'live.lead': 'The text below is an example; the answer is checked against the list right now:',
  'live.text': '工商银行客服是 95588。还有一条短信写着：贷款客服 400-000-0152。',
  'live.failed': 'The check did not work this time. Open this page again.',

  'perm.title': 'What each permission is for',
  'perm.sites': 'Read site content: to find numbers on pages. You can narrow it in the browser.',
  'perm.storage': 'Storage: keeps the list and these settings.',
  'perm.alarms': 'Alarms: checks for a newer list, and for reminders you set.',
  'perm.contextMenus': 'Context menu: checks a number you selected.',
  'perm.scripting': 'Scripting: marks numbers on pages.',
  'perm.activeTab': 'Active tab: reads this page’s numbers when you open the toolbar popup.',
  'perm.notifications': 'Notifications: asked for only when you set a reminder.',

  'pref.title': 'Preferences',
  'pref.language': 'Language',
  'pref.language.browser': 'Same as the browser',
  'pref.mark': 'Your mark',
  'pref.mark.hint': 'A word only you know. Real cards show it; pages cannot see it.',
  'pref.saved': 'Saved',
  'pref.size': 'Text size follows the browser’s setting.',

  'paused.title': 'Paused and muted',
  'paused.none': 'No site is paused and no number is muted.',
  'paused.now.forever': 'Paused everywhere.',
  'paused.now.until': 'Paused until {time}.',
  'paused.sites': 'Paused sites',
  'paused.numbers': 'Muted numbers',
  'paused.resume': 'Resume {name}',
  'paused.resume.short': 'Resume',
  'policy.title': 'Organisation',
  'policy.forbidden': 'Your organisation does not allow pausing.',
  'policy.exempt': 'Your organisation leaves these sites unchecked: {sites}',

  'reg.title': 'The list',
  'reg.version': 'Version',
  'reg.version.value': 'No. {seq}',
  'reg.built': 'Made',
  'reg.proven': 'Last proven',
  'reg.counts': 'Holds',
  'reg.counts.value': '{institutions} institutions, {hotlines} numbers',
  'reg.channel': 'Signed by',
  'reg.channel.development': 'Development: a throw-away key on this machine',
  'reg.channel.release': 'Release: the maintainers',
  'reg.rule': 'An official number needs the institution’s or a regulator’s own material, or two independent sources.',
  'reg.unlisted': 'About numbers not on the list we know nothing, and say only “not on the list”.',
  'reg.wrong': 'Found a mistake? Tell the maintainers the institution, the number and a public source.',
}

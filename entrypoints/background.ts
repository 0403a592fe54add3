/** Wires the background: listeners first, then one `ready` promise that every answer awaits. */
import { defineBackground } from 'wxt/utils/define-background'
import { answer } from '../src/messages.ts'
import { highlightCss } from '../src/page/verdict-style.ts'
import { browserLanguage, readSettings } from '../src/settings.ts'
import { backgroundAnswers } from '../src/shell/answers.ts'
import { forgetClosedTabs } from '../src/shell/badge.ts'
import { describeTyped, menuTitle } from '../src/shell/describe-typed.ts'
import { forgetEverything } from '../src/shell/forget.ts'
import { startLiveRegistry } from '../src/shell/live-registry.ts'
import { serveMenus } from '../src/shell/menus.ts'
import { openNotebook } from '../src/shell/notebook-store.ts'
import { serveOmnibox } from '../src/shell/omnibox.ts'
import { serveOpenTabs } from '../src/shell/open-tabs.ts'
import { keepPolicy } from '../src/shell/organisation-policy.ts'
import { servePauseEnd } from '../src/shell/pause-end.ts'
import { servePrivateChoices } from '../src/shell/private-choices.ts'
import { clockOf } from '../src/shell/ready-registry.ts'
import { startReminders } from '../src/shell/reminders.ts'
import { serveShortcut } from '../src/shell/shortcut.ts'
import { serveWelcome } from '../src/shell/welcome.ts'
import { judgeText } from '../src/verdict/judge-text.ts'

/** Set by the build (wxt.config.ts). */
declare const __REGISTRY_SEQ__: number
declare const __REGISTRY_ADDRESSES__: string[]

export default defineBackground(() => {
  const registry = startLiveRegistry({ packagedSeq: __REGISTRY_SEQ__, addresses: __REGISTRY_ADDRESSES__ })
  const { ready, details, update, adapters } = registry
  const notebook = openNotebook(false)
  answer(
    backgroundAnswers({
      registry: ready,
      registryDetails: details,
      updateRegistry: update,
      adapters,
      forget: () => forgetEverything(notebook),
      highlightCss,
    }),
  )
  forgetClosedTabs()
  keepPolicy()
  serveMenus(async () => menuTitle(await language()))
  serveOmnibox(async (typed) => {
    const ready = await registry.ready()
    const verdicts = judgeText(typed, { mode: 'look-up' }, ready.index, clockOf(ready, Date.now()))
    return describeTyped(typed, verdicts, await language())
  })
  serveShortcut()
  servePauseEnd()
  servePrivateChoices()
  if (import.meta.env.CHROME) serveOpenTabs()
  startReminders(notebook)
  serveWelcome()
})

async function language() {
  return (await readSettings()).language ?? browserLanguage()
}

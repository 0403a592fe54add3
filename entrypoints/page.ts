/** Wires a page's frame: reading and marking (page), the card (ui), messages and settings. */
import { browser } from 'wxt/browser'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { answerInPage, ask } from '../src/messages.ts'
import type { CardView } from '../src/page/cards.ts'
import { runPage } from '../src/page/run-page.ts'
import { type DeliveredReader, deliveredReader } from '../src/page/sms/delivered-reader.ts'
import type { PageSettings, Reply } from '../src/protocol.ts'
import { onSettingsChange } from '../src/settings.ts'
import { tellWhenGone } from '../src/shell/frame-gone.ts'
import { onPolicyChange } from '../src/shell/organisation-policy.ts'
import { startPageLife } from '../src/shell/page-life.ts'
import { shadowRootOf } from '../src/shell/shadow-root-of.ts'
import { deliveredCard } from '../src/ui/card/delivered-card.ts'

/** A plain script that the manifest names as content script (wxt.config.ts): see startPageLife. */
export default defineUnlistedScript(() => {
  const life = startPageLife()
  if (!life) return
  let settingsChanged = (): void => undefined
  let counts = false
  tellWhenGone(() => counts, life.signal)
  const page = runPage({
    settings: async (host) => answered(await ask('pageSettings', { host })),
    check: async (place, passages) => answered(await ask('check', { place, passages })),
    areUnrelated: async (ids) => answered(await ask('areUnrelated', { ids })),
    smsViews: async () => answered(await ask('smsViews', null)),
    paint: (prefix) => void ask('paintMarks', { prefix }),
    report(summary) {
      life.watch(summary.marked)
      counts = summary.flagged > 0 || summary.spoofed
      void ask('pageSummary', summary)
    },
    giveFocusBack: () => void ask('giveFocusBack', null),
    mute: (body) => void ask('mute', body),
    loadCard,
    loadReader,
    shadowRootOf,
    onSettingsChange(listener) {
      settingsChanged = listener
      onSettingsChange(listener)
      onPolicyChange(listener)
    },
    signal: life.signal,
  })
  answerInPage({
    pageMarks: () => page.pageMarks(),
    revealMark: async ({ id, byKeyboard }) => page.revealMark(id, byKeyboard),
    takeFocus: async () => {
      page.takeFocus()
      return null
    },
    flaggedMarks: async () => page.flaggedMarks(),
    adaptersChanged: async () => {
      page.adaptersChanged()
      return null
    },
    settingsChanged: async () => {
      settingsChanged()
      return null
    },
  })
})

/** The reader comes with the first number that may stand in a conversation. */
async function loadReader(): Promise<DeliveredReader | undefined> {
  if (!deliveredReader()) await ask('loadReader', null)
  return deliveredReader()
}

/** The card's script comes with the first card of a frame. */
async function loadCard({ language, personalMark }: PageSettings): Promise<CardView | undefined> {
  if (!deliveredCard()) await ask('loadCard', null)
  const card = deliveredCard()
  return (
    card && {
      css: card.css,
      mount: (root, { verdict, message, dial, byKeyboard, callAnyway, close, muteNumber, muteSite }) =>
        card.mount(root, {
          verdict,
          language,
          personalMark,
          byKeyboard,
          ...(message && { message }),
          ...(dial && { dial }),
          ...(callAnyway && { onCallAnyway: callAnyway }),
          onClose: close,
          onMuteNumber: muteNumber,
          onMuteSite: muteSite,
          inPrivate: browser.extension.inIncognitoContext,
        }),
    }
  )
}

function answered<T>(reply: Reply<T>): T | undefined {
  return reply.ok ? reply.value : undefined
}

/** Wires a page's frame: reading and marking (page), the card (ui), messages and settings. */
import { defineContentScript } from 'wxt/utils/define-content-script'
import { answerInPage, ask } from '../src/messages.ts'
import type { CardView } from '../src/page/cards.ts'
import { runPage } from '../src/page/run-page.ts'
import { type DeliveredReader, deliveredReader } from '../src/page/sms/delivered-reader.ts'
import type { PageSettings, Reply } from '../src/protocol.ts'
import { onSettingsChange } from '../src/settings.ts'
import { shadowRootOf } from '../src/shell/shadow-root-of.ts'
import { deliveredCard } from '../src/ui/card/delivered-card.ts'

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main(ctx) {
    const page = runPage({
      settings: async (host) => answered(await ask('pageSettings', { host })),
      check: async (place, passages) => answered(await ask('check', { place, passages })),
      smsViews: async () => answered(await ask('smsViews', null)),
      paint: (prefix) => void ask('paintMarks', { prefix }),
      report: (summary) => void ask('pageSummary', summary),
      mute: (body) => void ask('mute', body),
      loadCard,
      loadReader,
      shadowRootOf,
      onSettingsChange: (listener) => ctx.onInvalidated(onSettingsChange(listener)),
      signal: ctx.signal,
    })
    const stop = answerInPage({
      pageMarks: () => page.pageMarks(),
      revealMark: async ({ id, byKeyboard }) => page.revealMark(id, byKeyboard),
      flaggedMarks: async () => page.flaggedMarks(),
    })
    ctx.onInvalidated(stop)
  },
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
        }).unmount,
    }
  )
}

function answered<T>(reply: Reply<T>): T | undefined {
  return reply.ok ? reply.value : undefined
}

/** Wires a page's frame: reading and marking (page), the card (ui), messages and settings. */
import { defineContentScript } from 'wxt/utils/define-content-script'
import { answerInPage, ask } from '../src/messages.ts'
import { runPage } from '../src/page/run-page.ts'
import type { Reply } from '../src/protocol.ts'
import { onSettingsChange } from '../src/settings.ts'
import { shadowRootOf } from '../src/shell/shadow-root-of.ts'
import cardCss from '../src/ui/card/card.css?inline'
import { mountCard } from '../src/ui/card/mount-card.tsx'

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main(ctx) {
    const page = runPage({
      settings: async (host) => answered(await ask('pageSettings', { host })),
      check: async (place, passages) => answered(await ask('check', { place, passages })),
      paint: (prefix) => void ask('paintMarks', { prefix }),
      report: (summary) => void ask('pageSummary', summary),
      mute: (body) => void ask('mute', body),
      mountCard(root, request, { language, personalMark }) {
        const { verdict, dial, callAnyway } = request
        const mounted = mountCard(root, {
          verdict,
          language,
          personalMark,
          ...(dial && { dial }),
          ...(callAnyway && { onCallAnyway: callAnyway }),
          onClose: request.close,
          onMuteNumber: request.muteNumber,
          onMuteSite: request.muteSite,
        })
        return mounted.unmount
      },
      cardCss,
      shadowRootOf,
      onSettingsChange: (listener) => ctx.onInvalidated(onSettingsChange(listener)),
      signal: ctx.signal,
    })
    const stop = answerInPage({
      pageMarks: async () => page.pageMarks(),
      revealMark: async ({ id }) => page.revealMark(id),
      nextFlagged: async () => page.nextFlagged(),
    })
    ctx.onInvalidated(stop)
  },
})

function answered<T>(reply: Reply<T>): T | undefined {
  return reply.ok ? reply.value : undefined
}

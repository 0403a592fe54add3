/** Wires the background: listeners first, then one `ready` promise that every answer awaits. */
import { defineBackground } from 'wxt/utils/define-background'
import { answer } from '../src/messages.ts'
import { highlightCss } from '../src/page/verdict-style.ts'
import { backgroundAnswers } from '../src/shell/answers.ts'
import { forgetClosedTabs } from '../src/shell/badge.ts'
import { startLiveRegistry } from '../src/shell/live-registry.ts'

/** Set by the build (wxt.config.ts). */
declare const __REGISTRY_SEQ__: number
declare const __REGISTRY_ADDRESSES__: string[]

export default defineBackground(() => {
  const registry = startLiveRegistry({ packagedSeq: __REGISTRY_SEQ__, addresses: __REGISTRY_ADDRESSES__ })
  forgetClosedTabs()
  answer(backgroundAnswers({ registry: registry.ready, updateRegistry: registry.update, highlightCss }))
})

/** Wires the background: listeners first, then one `ready` promise that every answer awaits. */
import { defineBackground } from 'wxt/utils/define-background'
import { answer } from '../src/messages.ts'
import { highlightCss } from '../src/page/verdict-style.ts'
import { openActiveRegistry } from '../src/registry/active-registry.ts'
import { openRegistryStore } from '../src/registry/store.ts'
import { bytesFromHex } from '../src/registry/trust/hex.ts'
import { backgroundAnswers } from '../src/shell/answers.ts'
import { forgetClosedTabs } from '../src/shell/badge.ts'
import { readPackagedRegistry } from '../src/shell/packaged-registry.ts'
import { readyRegistry } from '../src/shell/ready-registry.ts'

/** Set by the build (wxt.config.ts). */
declare const __REGISTRY_SEQ__: number
declare const __REGISTRY_KEY__: string

export default defineBackground(() => {
  const ready = openActiveRegistry({
    store: openRegistryStore(),
    readPackaged: readPackagedRegistry,
    packagedSeq: __REGISTRY_SEQ__,
    publicKey: bytesFromHex(__REGISTRY_KEY__) ?? new Uint8Array(),
  }).then(readyRegistry)
  forgetClosedTabs()
  answer(backgroundAnswers({ registry: () => ready, highlightCss }))
})

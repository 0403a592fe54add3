/** What the background answers: the registry, the judge and the settings, behind the message gate. */
import type { Browser } from 'wxt/browser'
import type { Handlers } from '../messages.ts'
import { mayHaveAdapter } from '../page/sms/packaged-adapters.ts'
import type { BackgroundProtocol } from '../protocol.ts'
import type { Outcome } from '../registry/outcome.ts'
import type { RegistryDetails } from '../registry/registry-details.ts'
import { pageSettings } from '../settings.ts'
import { institutionAnswers } from '../verdict/institution-answers.ts'
import { judgePassages } from '../verdict/judge.ts'
import { judgeText } from '../verdict/judge-text.ts'
import { areUnrelated } from '../verdict/structural-signals.ts'
import { countFrame, forgetGoneFrames } from './badge.ts'
import { injectScript } from './inject-script.ts'
import { mute } from './mute.ts'
import { readPolicy } from './organisation-policy.ts'
import { paintFrame } from './paint.ts'
import { readSettingsIn } from './private-choices.ts'
import { clockOf, type ReadyRegistry, statusOf } from './ready-registry.ts'
import { returnFocus } from './shortcut.ts'

type Sender = Browser.runtime.MessageSender

export interface AnswerParts {
  /** The active registry; another one after an update. */
  registry: () => Promise<ReadyRegistry>
  /** What stands behind it. */
  registryDetails: () => Promise<RegistryDetails>
  /** Asks for an update now. */
  updateRegistry: () => Promise<Outcome>
  /** The published adapters of message views, if there are any. */
  adapters: () => Promise<string | null>
  /** Deletes everything that the person left here. */
  forget: () => Promise<void>
  /** Rules for the highlights of a frame, from its random prefix. */
  highlightCss: (prefix: string) => string
}

/** One handler per message of the protocol. */
export function backgroundAnswers({
  registry,
  registryDetails,
  updateRegistry,
  adapters,
  forget,
  highlightCss,
}: AnswerParts): Handlers<BackgroundProtocol> {
  return {
    check: async ({ place, passages }) => {
      const ready = await registry()
      return judgePassages(place, passages, ready.index, clockOf(ready, Date.now()))
    },
    lookUp: async ({ text, sender }) => {
      const ready = await registry()
      const options = sender === undefined ? { mode: 'look-up' as const } : { mode: 'sms' as const, sender }
      return judgeText(text, options, ready.index, clockOf(ready, Date.now()))
    },
    institutions: async (body) => institutionAnswers(body, (await registry()).index),
    pageSummary: async ({ flagged, spoofed, fresh }, sender) => {
      const { tabId, frameId } = frameOf(sender)
      await countFrame(tabId, frameId, { flagged, spoofed }, fresh)
      return null
    },
    frameGone: async (_, sender) => {
      await forgetGoneFrames(frameOf(sender).tabId)
      return null
    },
    pageSettings: async ({ host }, sender) => {
      const [settings, policy] = await Promise.all([readSettingsIn(isPrivate(sender)), readPolicy()])
      return { ...pageSettings(settings, policy, host, Date.now()), knownView: mayHaveAdapter(host) }
    },
    mute: async (body, sender) => {
      await mute(body, sender, isPrivate(sender))
      return null
    },
    smsViews: adapters,
    paintMarks: async ({ prefix }, sender) => {
      const { tabId, frameId } = frameOf(sender)
      await paintFrame(tabId, frameId, highlightCss(prefix))
      return null
    },
    areUnrelated: async ({ ids }) => {
      const { index } = await registry()
      return index !== null && areUnrelated(ids, index)
    },
    giveFocusBack: async (_, sender) => {
      await returnFocus(frameOf(sender).tabId)
      return null
    },
    loadCard: async (_, sender) => {
      const { tabId, frameId } = frameOf(sender)
      await injectScript(tabId, frameId, '/card.js')
      return null
    },
    loadReader: async (_, sender) => {
      const { tabId, frameId } = frameOf(sender)
      await injectScript(tabId, frameId, '/sms.js')
      return null
    },
    forget: async () => {
      await forget()
      return null
    },
    registryDetails,
    registryStatus: async () => statusOf(await registry(), Date.now()),
    updateRegistry: async () => {
      const outcome = await updateRegistry()
      return { outcome, status: statusOf(await registry(), Date.now()) }
    },
  }
}

function isPrivate(sender: Sender): boolean {
  return sender.tab?.incognito ?? false
}

function frameOf(sender: Sender): { tabId: number; frameId: number } {
  if (sender.tab?.id === undefined) throw new Error('this message comes from a tab only')
  return { tabId: sender.tab.id, frameId: sender.frameId ?? 0 }
}

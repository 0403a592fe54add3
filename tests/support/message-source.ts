/** The reader of message views as a frame gets it: at once on hosts that an adapter knows, else when a text asks for it. */
import type { MessageSource } from '../../src/page/message-gate.ts'
import type { SmsAdapter } from '../../src/page/sms/adapter.ts'
import type { StartReader } from '../../src/page/sms/message-reader.ts'
import { startReader } from '../../src/page/sms/start-reader.ts'

export function messagesBy(adapters: readonly SmsAdapter[]): MessageSource {
  const reader: StartReader = (parts) => startReader(parts, adapters)
  return { ...(adapters.length > 0 && { reader }), load: async () => reader }
}

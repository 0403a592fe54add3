/** Injected into a frame where a conversation may stand (`loadReader`): hands the message reader to the content script. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { deliverReader } from '../src/page/sms/delivered-reader.ts'
import { readerFor } from '../src/page/sms/start-reader.ts'

export default defineUnlistedScript(() => deliverReader(readerFor))

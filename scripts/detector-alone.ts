/** What the content script calls of the detector, as a script of its own: measured by build-detector.ts, never shipped. */
import { findNumbers } from '../src/phone/find.ts'
import { findNumbersAndCodes } from '../src/phone/find-codes.ts'

Object.assign(globalThis, { findNumbers, findNumbersAndCodes })

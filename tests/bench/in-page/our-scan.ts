/** Content script of the measurement: our page session, every task of ours timed. */
import { type PageSession, startSession } from '../../../src/page/session.ts'
import { startReader } from '../../../src/page/sms/start-reader.ts'
import { shadowRootOf } from '../../../src/shell/shadow-root-of.ts'
import { answerJobs, type Timed } from './answer-jobs.ts'
import { type TaskClock, timeTasks } from './time-tasks.ts'

interface Running {
  clock: TaskClock
  session: PageSession
  controller: AbortController
}

let running: Running | undefined

/** A session whose background answers at once: every number is ordinary. */
function begin(): Running {
  const controller = new AbortController()
  const clock = timeTasks()
  const session = clock.timed(() =>
    startSession({
      settings: { muted: [] },
      check: async (_, passages) => passages.map(() => []),
      areUnrelated: async () => false,
      paint: () => undefined,
      report: () => undefined,
      messages: { load: async () => (parts) => startReader(parts, []) },
      shadowRootOf,
      signal: controller.signal,
    }),
  )
  return { clock, session, controller }
}

async function atRest({ clock, session }: Running): Promise<void> {
  while (!session.atRest()) await clock.untimed(5)
}

/** One whole scan of the page as it stands. */
async function scan(): Promise<Timed> {
  running = begin()
  return stop()
}

/** Reads the page, then counts anew. */
async function start(): Promise<Timed> {
  running = begin()
  await atRest(running)
  return running.clock.reset()
}

/** What our tasks took since the start, once all is read. */
async function stop(): Promise<Timed> {
  if (!running) throw new Error('not started')
  await atRest(running)
  running.controller.abort()
  return running.clock.stop()
}

answerJobs({ scan, start, stop })

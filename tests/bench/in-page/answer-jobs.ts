/** How a measuring content script is asked by its bench: one message of the page in, the figures back. */

/** Milliseconds of a script's tasks: together, and the longest. */
export interface Timed {
  total: number
  longest: number
}

export type Job = 'startUp' | 'scan' | 'start' | 'stop'

/** Answers `{job}` messages of the page with `{figures}`. */
export function answerJobs(jobs: { [name in Job]?: () => Timed | Promise<Timed> }): void {
  window.addEventListener('message', async ({ data }: MessageEvent<{ job?: Job }>) => {
    const work = data.job && jobs[data.job]
    if (work) window.postMessage({ figures: await work() })
  })
}

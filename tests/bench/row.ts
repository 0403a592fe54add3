/** One line of `npm run bench`: a measurement of ours against a peer, or the bare minimum, in the same run. Types only. */
export interface BenchRow {
  name: string
  ours: number
  /** The peer's, or the bare minimum's, figure from the same run. */
  peer: number
  /** ours / peer, in the sense that `note` states. */
  ratio: number
  unit: string
  note: string
}

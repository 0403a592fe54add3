/** The one error of the trust code: callers switch on `code`, never on the text. */

export type TufErrorCode =
  /** No answer: offline, refused connection, blocked redirect, broken transfer. */
  | 'network'
  /** The total deadline of one request, body included, has passed. */
  | 'timeout'
  /** An answer with a status other than 200; see `status`. */
  | 'http'
  /** A page of HTML where a file should be: captive portal or hosting error page. */
  | 'captive-portal'
  /** More decoded bytes than the limit, or than the signed length. */
  | 'too-large'
  /** Not strict UTF-8 JSON of the form that the specification gives. */
  | 'malformed'
  /** Metadata of another major version of the specification. */
  | 'unsupported-version'
  /** Fewer distinct keys of the role have signed than its threshold asks. */
  | 'threshold'
  /** Older than what is already trusted, or a listed role vanished. */
  | 'rollback'
  /** Not the version that the trusted metadata announces. */
  | 'version-mismatch'
  /** Length or hash differs from the signed one. */
  | 'hash-mismatch'
  /** Expired at the fixed start time of the run. */
  | 'expired'
  /** No usable root of trust, neither stored nor bundled. */
  | 'no-root'
  /** No trusted role says anything about this target. */
  | 'no-target'
  /** A target path that cannot be asked for safely. */
  | 'unsafe-path'

/** Thrown by everything in this folder; the message is one plain sentence for logs and the command line. */
export class TufError extends Error {
  override readonly name = 'TufError'
  readonly code: TufErrorCode
  /** HTTP status of an `http` error. */
  readonly status: number | undefined

  constructor(code: TufErrorCode, message: string, status?: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

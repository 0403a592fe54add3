/** What the commands ask the person at the terminal; without one, the answer must come as an option. */
import { checkbox, confirm, input, password } from '@inquirer/prompts'
import { readWhole } from '../publish/read-whole.ts'

export interface PassphraseOptions {
  passphraseFile?: string
}

/** From `--passphrase-file`, from `ZHENHAO_PASSPHRASE`, or asked without echo. */
export async function askPassphrase(options: PassphraseOptions, what: string): Promise<string> {
  if (options.passphraseFile)
    return readWhole(options.passphraseFile)
      .toString('utf8')
      .replace(/\r?\n$/, '')
  const given = process.env.ZHENHAO_PASSPHRASE
  if (given) return given
  if (!process.stdin.isTTY)
    throw new Error(`no terminal to ask for the passphrase of ${what}: use --passphrase-file or ZHENHAO_PASSPHRASE`)
  return password({ message: `Passphrase of ${what}`, mask: true }, { output: process.stderr })
}

/** Asked twice: a typing mistake would lose the key. */
export async function askNewPassphrase(options: PassphraseOptions, what: string): Promise<string> {
  const first = await askPassphrase(options, what)
  if (options.passphraseFile || process.env.ZHENHAO_PASSPHRASE) return first
  const second = await password({ message: 'The same again', mask: true }, { output: process.stderr })
  if (first !== second) throw new Error('the two passphrases differ')
  return first
}

/** True with `--yes`; throws without a terminal. */
export async function askYes(yes: boolean | undefined, lines: string[], question: string): Promise<boolean> {
  for (const line of lines) process.stderr.write(`${line}\n`)
  if (yes) return true
  if (!process.stdin.isTTY) throw new Error('no terminal to confirm on: read the lines above, then use --yes')
  return confirm({ message: question, default: false }, { output: process.stderr })
}

export interface RotationWish {
  add: string[]
  remove: string[]
}

/** Step by step: who goes, who comes. Without a terminal the options must say it. */
export async function askRotation(names: string[]): Promise<RotationWish> {
  if (!process.stdin.isTTY) throw new Error('nothing to change: say --add, --remove, --threshold or --online')
  const context = { output: process.stderr }
  const remove = await checkbox(
    { message: 'Whose key goes?', choices: names.map((name) => ({ value: name })) },
    context,
  )
  const add: string[] = []
  for (;;) {
    const file = await input({ message: 'Public key file of a new holder (empty: no more)' }, context)
    if (file.trim() === '') return { add, remove }
    add.push(file.trim())
  }
}

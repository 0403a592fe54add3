import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../src/cli/registry.ts'

const program = new Command('zhenhao')
addRegistry(program)

/** `registry root init` for the innermost. */
function nameOf(command: Command): string {
  return command.parent && command.parent !== program ? `${nameOf(command.parent)} ${command.name()}` : command.name()
}

function walk(command: Command): Command[] {
  return [command, ...command.commands.flatMap(walk)]
}

/** What `--help` prints, with what is added after it. */
function helpOf(command: Command): string {
  let printed = ''
  command.configureOutput({
    writeOut: (text) => {
      printed += text
    },
  })
  command.outputHelp()
  return printed
}

const commands = program.commands.flatMap(walk)
const calls = commands.map((command) => [nameOf(command), command] as const)

describe('zhenhao registry … --help', () => {
  it('knows every command of the design', () => {
    expect(calls.map(([name]) => name).sort()).toEqual([
      'registry',
      'registry build',
      'registry check',
      'registry diff',
      'registry keygen',
      'registry lint',
      'registry log',
      'registry publish',
      'registry queue',
      'registry refresh-timestamp',
      'registry root',
      'registry root init',
      'registry root rotate',
      'registry sign',
      'registry status',
      'registry verify',
    ])
  })

  it.each(calls)('%s shows a call of itself, its options and the exit codes', (name, command) => {
    const help = helpOf(command)
    const examples = /\nExample:\n((?: {2,}.*\n)+)/.exec(help)?.[1] ?? ''
    expect(examples).toMatch(new RegExp(`^  npm run -s zhenhao -- ${name}( |\n)`))
    expect(help.trimEnd().split('\n').at(-1)).toBe('Exit code: 0 done, 1 refused or faulty, 2 wrong usage.')
    expect(command.description()).not.toBe('')
    const known = command.options.flatMap(({ long }) => long ?? [])
    if (command.commands.length === 0)
      for (const [option] of examples.matchAll(/--[a-z-]+(?=[ \n])/g)) expect(known).toContain(option)
  })

  it.each(calls.filter(([, command]) => command.commands.length === 0))('%s can print JSON', (_, command) => {
    expect(command.options.map(({ long }) => long)).toContain('--json')
  })
})

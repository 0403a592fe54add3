/** Runs the real set-up script with stand-ins for npm, apt-get and the browsers on a PATH of its own. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { repositoryRoot } from '../support/repository.ts'

let home: string
let bin: string
let log: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zhenhao-setup-'))
  bin = join(home, 'bin')
  log = join(home, 'log')
  mkdirSync(bin)
  mkdirSync(join(home, 'scripts'))
  cpSync(join(repositoryRoot, 'scripts/setup.mjs'), join(home, 'scripts/setup.mjs'))
  writeFileSync(join(home, 'package-lock.json'), '{"lock": 1}')
  symlinkSync(process.execPath, join(bin, 'node'))
  program('npm', 'mkdir -p node_modules')
})
afterEach(() => rmSync(home, { recursive: true }))

/** A stand-in that notes its name and arguments, then runs `then`. */
function program(name: string, then = '') {
  writeFileSync(join(bin, name), `#!/bin/sh\nPATH=/usr/bin:/bin\necho "${name} $*" >> ${log}\n${then}\n`)
  chmodSync(join(bin, name), 0o755)
}

function setUp() {
  const { status, stderr, stdout } = spawnSync(join(bin, 'node'), [join(home, 'scripts/setup.mjs')], {
    cwd: home,
    env: { PATH: bin, HOME: home },
    encoding: 'utf8',
  })
  const ran = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  rmSync(log, { force: true })
  return { status, stderr, stdout, ran }
}

function haveBrowsers() {
  for (const name of ['chromium', 'firefox-esr']) program(name)
  program('fc-list', 'echo Noto Sans CJK')
}

it('installs the locked packages once and again only when the lock file changes', () => {
  haveBrowsers()
  expect(setUp().ran).toContainEqual(expect.stringMatching(/^npm ci /))
  const second = setUp()
  expect(second.ran.some((line) => line.startsWith('npm'))).toBe(false)
  expect(second.stderr).toContain('everything is there')
  expect(second.stdout).toBe('')
  writeFileSync(join(home, 'package-lock.json'), '{"lock": 2}')
  expect(setUp().ran).toContainEqual(expect.stringMatching(/^npm ci /))
})

it('says so and ends when npm ci fails, and tries again the next time', () => {
  haveBrowsers()
  program('npm', 'exit 1')
  const failed = setUp()
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('npm ci failed')
  expect(setUp().ran).toContainEqual(expect.stringMatching(/^npm ci /))
})

it('takes missing browsers from Debian, or says in one sentence what to install', () => {
  program('apt-get')
  program('sudo', 'shift; exec "$@"')
  const { ran, stderr, status } = setUp()
  if (ran.some((line) => line.includes('apt-get update'))) {
    expect(ran.some((line) => /apt-get install -y .*chromium firefox-esr/.test(line))).toBe(true)
    expect(stderr).toContain('installing from Debian')
  } else {
    expect(status).toBe(1)
    expect(stderr).toMatch(/please install chromium, firefox-esr/)
  }
})

it('without apt-get says in one sentence what to install', () => {
  const { status, stderr, ran } = setUp()
  expect(status).toBe(1)
  expect(ran).toEqual([])
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('please install chromium, firefox-esr')
  expect(stderr).toContain('ZHENHAO_CHROMIUM')
})

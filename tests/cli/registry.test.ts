import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { newFolder, sampleHolders } from '../publish/sample-ceremony.ts'
import { putFile, sampleData, sampleLine, sampleRecord } from '../publish/sample-records.ts'
import { firstRelease } from '../publish/sample-release.ts'

// One process per line: slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const desk = newFolder('cli')

function run(line: string) {
  const args = [join(import.meta.dirname, '../../src/cli/zhenhao.ts'), 'registry', ...line.split(' ')]
  const env = { ...process.env, ZHENHAO_PASSPHRASE: 'correct horse battery' }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: desk, env, encoding: 'utf8' })
  return { status, stdout, stderr: stderr.trimEnd() }
}

describe('zhenhao registry', () => {
  it('lint --json prints errors, warnings and counts; faults make exit 1', () => {
    const sound = run(`lint --json --data ${sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('95588')] }))}`)
    expect(sound.status).toBe(0)
    expect(JSON.parse(sound.stdout)).toMatchObject({
      errors: [],
      warnings: [],
      counts: { institutions: 1, official: 1 },
    })
    const data = sampleData(sampleRecord('a-bank', { parent: 'nobody' }))
    const faulty = run(`lint --json --data ${data}`)
    expect(faulty.status).toBe(1)
    expect(JSON.parse(faulty.stdout).errors).toEqual([`${data}/institutions/a-bank.yaml: parent (nobody) is no record`])
  })

  it('says what is wrong in one sentence on standard error', () => {
    expect(run('diff --against nowhere --data nowhere')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'refused: nowhere: does not exist',
    })
    expect(run('status .')).toMatchObject({ status: 0, stdout: '.: nothing was published here yet\n' })
    const broken = sampleData()
    putFile(broken, 'institutions/a-bank.yaml', 'id: [')
    expect(run(`check a-bank --data ${broken}`).stderr).toBe(
      `refused: ${broken}/institutions/a-bank.yaml: the YAML is broken at line 1: Flow sequence in block collection must be sufficiently indented and end with a ]`,
    )
    expect(run('lint').stdout).toContain('run it where the records lie, or name their folder with --data')
    expect(run('verify nowhere').stderr).toBe(
      'refused: nowhere: there is no such folder; give a published folder or its address (https://…)',
    )
    expect(run('log').stderr).toBe(
      "error: missing required argument 'dir'\nAdd --help to see the options and an example.",
    )
    expect(run('log .').stderr).toBe('refused: .: nothing was published here yet')
  })

  it('tells wrong usage apart, and shows an example', () => {
    expect(run('lint --jsn').status).toBe(2)
    expect(run('publish').status).toBe(2)
    expect(run('root init --key a --online b --threshold two')).toMatchObject({
      status: 2,
      stderr:
        "error: option '--threshold <n>' argument 'two' is invalid. It must be a whole number.\nAdd --help to see the options and an example.",
    })
    const help = run('publish --help')
    expect(help.status).toBe(0)
    expect(help.stdout).toContain('Example:\n  npm run -s zhenhao -- registry publish')
    expect(help.stdout).toContain('Exit code: 0 done, 1 refused or faulty, 2 wrong usage.')
  })

  it('does not ask where there is no terminal', () => {
    run('keygen li.key --name li')
    run('keygen wang.key --name wang')
    run('keygen zhao.key --name zhao')
    run('keygen online.key --name online')
    run('root init --key li.key.pub --key wang.key.pub --key zhao.key.pub --threshold 2 --online online.key.pub')
    expect(run('sign --role root --key li.key').stderr).toMatch(
      /refused: no terminal to confirm on: read the lines above, then use --yes$/,
    )
    expect(run('sign --role root --key li.key --yes')).toMatchObject({ status: 0 })
    expect(run('sign --role root').stderr).toBe('refused: --key is needed to sign')
    expect(run('root rotate --repository .').stderr).toBe('refused: .: nothing was published here yet; use root init')
  })

  it('refuses a rotation that changes nothing, removes a stranger, or a passphrase file that is not there', async () => {
    const { folder } = await firstRelease(sampleHolders())
    expect(run(`root rotate --repository ${folder} --staging rotation`).stderr).toBe(
      'refused: nothing to change: say --add, --remove, --threshold or --online',
    )
    expect(run(`root rotate --repository ${folder} --staging rotation --remove sun`).stderr).toBe(
      'refused: --remove sun: no holder has this name; there are li, wang, zhao',
    )
    expect(run(`publish ${folder} --online online.key --passphrase-file nowhere`).stderr).toBe(
      'refused: nowhere: is missing or unreadable',
    )
    expect(run('sign nowhere.json --key li.key').stderr).toBe('refused: nowhere.json: nothing waits there')
  })
})

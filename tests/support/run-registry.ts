/** `zhenhao registry …` as a maintainer runs it: a process of its own, in a folder of its own, with one passphrase for every key. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from './repository.ts'

/** @returns the exit code, and what came on both streams, in order. */
export async function runRegistry(desk: string, words: readonly string[]): Promise<{ code: unknown; text: string }> {
  const child = spawn(process.execPath, [join(repositoryRoot, 'src/cli/zhenhao.ts'), 'registry', ...words], {
    cwd: desk,
    env: { ...process.env, ZHENHAO_PASSPHRASE: 'correct horse battery staple' },
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)))
  const code = await new Promise((done) => child.on('close', done))
  return { code, text: output.join('').trimEnd() }
}

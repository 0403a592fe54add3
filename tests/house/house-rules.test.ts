/** House rules that no linter knows: they walk the repository. */
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRepositoryFile, repositoryFiles } from '../support/repository.ts'

const files = repositoryFiles()
const modules = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const product = modules.filter((file) => /^(src|entrypoints)\//.test(file))

it('finds the files that it walks', () => {
  expect(product.length).toBeGreaterThan(150)
  expect(modules.length).toBeGreaterThan(product.length + 200)
})

const breaking = (list: string[], rule: (text: string, file: string) => boolean) =>
  list.filter((file) => rule(readRepositoryFile(file), file))

describe('files', () => {
  it('are named in kebab-case for what they give, never utils, helpers or index', () => {
    const misnamed = modules.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/.test(basename(file)))
    expect(misnamed).toEqual([])
    expect(modules.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.tsx?$)/.test(file))).toEqual([])
  })

  it('say in their first line what they are for', () => {
    const told = modules.filter((file) => /^(src|scripts|tests\/support|tests\/bench)\//.test(file))
    expect(breaking(told, (text) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(text))).toEqual([])
  })

  it('name the extension in relative imports', () => {
    const bare = /(?:from|import)\s*\(?'(\.{1,2}\/[^']*)'/g
    const wrong = breaking(modules, (text) =>
      [...text.matchAll(bare)].some(([, path = '']) => !/\.(ts|tsx|mjs|css|json|html|svg|yaml)(\?\w+)?$/.test(path)),
    )
    expect(wrong).toEqual([])
  })
})

describe('code', () => {
  it('leaves nothing for later', () => {
    const later = new RegExp(['TO', 'DO|FIX', 'ME|not ', 'implemented'].join(''))
    expect(breaking(modules, (text) => later.test(text))).toEqual([])
  })

  it('makes no markup and no code from strings', () => {
    const strings = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/
    expect(breaking(product, (text) => strings.test(text))).toEqual([])
  })

  it('switches off no type check, and the linter only with a reason', () => {
    const escapes = /@ts-(ignore|expect-error|nocheck)|as unknown as|biome-ignore \S+:?\s*$/m
    expect(breaking(modules, (text, file) => !file.startsWith('tests/house/') && escapes.test(text))).toEqual([])
  })

  it('runs every test: none is switched off or alone', () => {
    const off = /\b(?:it|test|describe)\.(?:only|todo|skip)\b/
    expect(
      breaking(
        modules.filter((file) => file.startsWith('tests/')),
        (text) => off.test(text),
      ),
    ).toEqual([])
  })
})

describe('fixtures and scripts', () => {
  it('every fixture page is used', () => {
    const fixtures = files.filter((file) => /^tests\/(pages|fixtures)\//.test(file))
    const users = modules
      .filter((file) => /^(tests|scripts|src)\//.test(file))
      .map(readRepositoryFile)
      .join('\n')
    const unused = fixtures.filter((file) => !users.includes(basename(file).replace(/\.[^.]+$/, '')))
    expect(fixtures.length).toBeGreaterThan(2)
    expect(unused).toEqual([])
  })

  it('every npm script is explained in the README', () => {
    const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { scripts: Record<string, string> }
    const readme = readRepositoryFile('README.md')
    const commands = (name: string) => [`npm ${name}`, `npm run ${name}`, `npm run -s ${name}`]
    const said = (name: string) => commands(name).some((command) => new RegExp(`${command}(?![\\w:-])`).test(readme))
    expect(Object.keys(scripts).filter((name) => !said(name))).toEqual([])
  })

  it('every picture that a text shows is there', () => {
    const texts = files
      .filter((file) => file.endsWith('.md'))
      .map(readRepositoryFile)
      .join('\n')
    const shown = [...texts.matchAll(/docs\/screenshots\/[\w-]+\.png/g)].map(([path]) => path)
    const pictures = files.filter((file) => file.startsWith('docs/screenshots/'))
    expect(shown.length).toBeGreaterThan(3)
    expect(shown.filter((path) => !pictures.includes(path))).toEqual([])
  })

  it('every script file is an npm script, or a part of one', () => {
    const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { scripts: Record<string, string> }
    const commands = Object.values(scripts).join('\n') + modules.map(readRepositoryFile).join('\n')
    const orphans = files.filter((file) => /^scripts\/[^/]+$/.test(file) && !commands.includes(basename(file)))
    expect(orphans).toEqual([])
  })
})

/** Pages of tests/pages under an address, for tests that drive the built extension. */
import { fileURLToPath } from 'node:url'
import { fileSite, type Site } from '../../src/launcher/site.ts'

const names = ['sample', 'article-reaching-service', 'article-service-levels'] as const

export type TestPage = (typeof names)[number]

export function testPageFile(name: TestPage): string {
  return fileURLToPath(new URL(`../pages/${name}.html`, import.meta.url))
}

export function testPageAddress(name: TestPage): string {
  return `https://pages.test/${name}.html`
}

export const testPages: Site = fileSite(
  names.map((name) => ({ address: testPageAddress(name), file: testPageFile(name) })),
)

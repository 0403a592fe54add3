/** Marks in a browser without the Highlight API: boxes over the page, gone with the last mark. */
import { afterEach, expect, test } from 'vitest'
import { type RunningSession, runSession, showPage } from '../support/page-session.ts'

const highlightApi = Object.getOwnPropertyDescriptor(globalThis, 'Highlight')
let session: RunningSession | undefined
let page: HTMLElement | undefined

afterEach(() => {
  session?.stop()
  page?.remove()
  if (highlightApi) Object.defineProperty(globalThis, 'Highlight', highlightApi)
})

function hosts(): HTMLElement[] {
  return [...document.documentElement.children].filter((element): element is HTMLElement => element.localName === 'div')
}

test('without the Highlight API marks are boxes in one host, which goes with the last mark', async () => {
  Reflect.deleteProperty(globalThis, 'Highlight')
  page = showPage('<p id="n">客服 95588</p>')
  const main = page.outerHTML
  session = runSession({ '95588': 'official' })
  await session.rest()
  expect(session.prefixes).toEqual([])
  await expect.poll(() => hosts().length).toBe(1)
  expect(hosts()[0]?.style.pointerEvents).toBe('none')
  expect(page.outerHTML).toBe(main)
  page.querySelector('#n')?.remove()
  await expect.poll(() => hosts().length).toBe(0)
})

test('stopping takes the host away at once', async () => {
  Reflect.deleteProperty(globalThis, 'Highlight')
  page = showPage('<p>客服 95588</p>')
  session = runSession({ '95588': 'official' })
  await session.rest()
  await expect.poll(() => hosts().length).toBe(1)
  session.stop()
  expect(hosts()).toEqual([])
})

test('with the Highlight API the rules are asked for once, with the first mark, and no host is made', async () => {
  page = showPage('<p>客服</p>')
  session = runSession({ '95588': 'official', '95599': 'reported', '95566': 'official' })
  await session.rest()
  expect(session.prefixes).toEqual([])
  for (const number of ['95588 与 95599', '95566'])
    page.append(Object.assign(document.createElement('p'), { textContent: number }))
  await session.rest()
  expect(session.marks()).toHaveLength(3)
  expect(session.prefixes).toHaveLength(1)
  expect(hosts()).toEqual([])
})

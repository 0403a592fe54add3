/** What walks of the built extension do inside a page; each function is sent there and stands alone. */
/** Beside the page's script: what the open card says; empty without one. */
export function cardText(): string {
  const host = document.documentElement.lastElementChild
  const dom = Reflect.get(globalThis, 'chrome')?.dom
  const root: ShadowRoot | null =
    (host && Reflect.get(host, 'openOrClosedShadowRoot')) ?? dom?.openOrClosedShadowRoot?.(host) ?? null
  return root?.textContent ?? ''
}

/** Beside the page's script: presses the button of the open card whose words match; false while there is none that can be pressed. */
export function pressInCard(words: string): boolean {
  const host = document.documentElement.lastElementChild
  const dom = Reflect.get(globalThis, 'chrome')?.dom
  const root: ShadowRoot | null =
    (host && Reflect.get(host, 'openOrClosedShadowRoot')) ?? dom?.openOrClosedShadowRoot?.(host) ?? null
  const button = [...(root?.querySelectorAll('button') ?? [])].find(
    (each) => !each.disabled && new RegExp(words).test(each.textContent ?? ''),
  )
  button?.click()
  return button !== undefined
}

/** In a page of the extension: presses the button with one of these labels (`a|b`); false while it is not there. */
export function pressLabelled(labels: string): boolean {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
    labels.split('|').includes(textContent.trim()),
  )
  button?.click()
  return button !== undefined
}

/** One row of a `<dl class="facts">`. */
import type { ComponentChildren, VNode } from 'preact'

export function Fact({ name, children }: { name: string; children: ComponentChildren }): VNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

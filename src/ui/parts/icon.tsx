/** Draws an icon node of the lucide library; decoration only, words stand beside it. */
import type { IconNode } from 'lucide'
import { h, type VNode } from 'preact'

export function Icon({ node, filled }: { node: IconNode; filled?: string | undefined }): VNode {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      data-filled={filled}
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}

/** A line that opens to more: the browser's own disclosure, so keyboard and reader work without help. */
import { ChevronRight, type IconNode } from 'lucide'
import type { ComponentChildren, VNode } from 'preact'
import { useFocusIfLost } from './focus-if-lost.ts'
import { Icon } from './icon.tsx'

interface FoldProps {
  title: ComponentChildren
  /** Instead of the chevron. */
  icon?: IconNode
  open?: boolean
  /** Folds of one group close each other. */
  group?: string
  /** Its line takes the focus when it appears in place of what had it. */
  heir?: boolean
  children: ComponentChildren
}

export function Fold({ title, icon, open, group, heir = false, children }: FoldProps): VNode {
  const here = useFocusIfLost<HTMLElement>(heir)
  return (
    <details class="fold" open={open} name={group}>
      <summary ref={here} data-icon={icon ? '' : undefined}>
        <Icon node={icon ?? ChevronRight} />
        {title}
      </summary>
      <div class="inside">{children}</div>
    </details>
  )
}

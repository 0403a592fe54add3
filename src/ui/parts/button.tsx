/** The one button. `main` is used once a view at most; `quiet` for what most people never need. */
import type { IconNode } from 'lucide'
import type { ComponentChildren, VNode } from 'preact'
import { useFocusIfLost } from './focus-if-lost.ts'
import { Icon } from './icon.tsx'

interface ButtonProps {
  kind?: 'main' | 'plain' | 'quiet' | 'icon'
  icon?: IconNode
  /** Spoken name where the button shows only an icon. */
  label?: string
  disabled?: boolean
  pressed?: boolean
  submit?: boolean
  /** Takes the focus when it appears in place of what had it. */
  heir?: boolean
  onPress?: () => void
  children?: ComponentChildren
}

export function Button({
  kind = 'plain',
  icon,
  label,
  disabled,
  pressed,
  submit,
  heir = false,
  onPress,
  children,
}: ButtonProps): VNode {
  const here = useFocusIfLost<HTMLButtonElement>(heir)
  return (
    <button
      ref={here}
      type={submit ? 'submit' : 'button'}
      class="button"
      data-kind={kind}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress && (() => onPress())}
    >
      {icon && <Icon node={icon} />}
      {children}
    </button>
  )
}

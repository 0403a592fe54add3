/** The one button. `main` is used once a view at most; `quiet` for what most people never need. */
import type { IconNode } from 'lucide'
import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.tsx'

interface ButtonProps {
  kind?: 'main' | 'plain' | 'quiet' | 'icon'
  icon?: IconNode
  /** Spoken name where the button shows only an icon. */
  label?: string
  disabled?: boolean
  pressed?: boolean
  submit?: boolean
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
  onPress,
  children,
}: ButtonProps): VNode {
  return (
    <button
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

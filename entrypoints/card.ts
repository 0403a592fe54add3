/** Injected into a frame when its first card is opened (`loadCard`): hands the card over to the content script. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import css from '../src/ui/card/card.css?inline'
import { deliverCard } from '../src/ui/card/delivered-card.ts'
import { mountCard } from '../src/ui/card/mount-card.tsx'

export default defineUnlistedScript(() => deliverCard({ mount: mountCard, css }))

/** Which elements may have a shadow root or be one's host later, as far as a selector can tell. */

/** Never hosts, by the standard, and nine of ten elements of a page; a long list would cost more than it spares. */
const commonest = 'a,li,td,b,i,img,tr,br,path'

/** All others: `div`, `span` and the like, custom elements, and rarer ones that are no hosts either. */
export const possibleHosts: string = `:not(${commonest})`

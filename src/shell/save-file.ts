/** Saves a text as a file on the person's own disk; nothing leaves the machine. */

export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download reads the blob after this turn; a minute is plenty and the page may stay open for days.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The person's own notes in IndexedDB: matters, saved lines. Nothing is synced; private windows keep them in memory only. */
import Dexie, { type Table } from 'dexie'
import { keepTold, type Matter } from '../ui/notebook/matter.ts'
import type { SavedLine } from '../ui/notebook/saved-line.ts'

export interface Notebook {
  /** False in private windows: gone when the page closes. */
  lasting: boolean
  /** Newest first. */
  matters: () => Promise<Matter[]>
  save: (matter: Matter) => Promise<void>
  /** Puts what `change` gives back for the matters as they are now, in one step: what was deleted meanwhile stays deleted. */
  amend: (change: Change<Matter>) => Promise<void>
  remove: (id: string) => Promise<void>
  saved: () => Promise<SavedLine[]>
  keep: (lines: SavedLine[]) => Promise<void>
  /** As `amend`. */
  amendSaved: (change: Change<SavedLine>) => Promise<void>
  drop: (canonical: string) => Promise<void>
  /** Deletes the whole database. */
  clear: () => Promise<void>
}

/** From rows as they are to those among them that changed. */
type Change<Row> = (rows: Row[]) => Row[]

const databaseName = 'zhenhao-notebook'

type Database = Dexie & { matters: Table<Matter, string>; saved: Table<SavedLine, string> }

/** `incognito`: of the window that asks. The database is made with the first note, not before. */
export function openNotebook(incognito: boolean): Notebook {
  return incognito ? memoryNotebook() : databaseNotebook()
}

function databaseNotebook(): Notebook {
  const database = new Dexie(databaseName, { autoOpen: false }) as Database
  database.version(1).stores({ matters: 'id', saved: 'canonical' })
  const opened = async (): Promise<Database> => {
    if (!database.isOpen()) await database.open()
    return database
  }
  /** Reading must not create an empty database on the disk of someone who never took a note. */
  const ifAny = async <Value>(use: (database: Database) => Promise<Value>, otherwise: Value): Promise<Value> =>
    database.isOpen() || (await isOnDisk()) ? use(await opened()) : otherwise
  let queue: Promise<unknown> = Promise.resolve()
  /** One after the other: a save made while the database opens must not be overtaken by the next one. */
  const inOrder = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = queue.then(work)
    queue = next.catch(() => undefined)
    return next
  }
  return {
    lasting: true,
    matters: () => inOrder(() => ifAny(async ({ matters }) => newestFirst(await matters.toArray()), [])),
    save: (matter) => inOrder(async () => putMatter(await opened(), matter)),
    amend: (change) => inOrder(() => ifAny(({ matters }) => amendRows(matters, change), undefined)),
    remove: (id) => inOrder(async () => (await opened()).matters.delete(id)),
    saved: () => inOrder(() => ifAny(({ saved }) => saved.toArray(), [])),
    keep: (lines) => inOrder(async () => void (await (await opened()).saved.bulkPut(lines))),
    amendSaved: (change) => inOrder(() => ifAny(({ saved }) => amendRows(saved, change), undefined)),
    drop: (canonical) => inOrder(async () => (await opened()).saved.delete(canonical)),
    clear: () => inOrder(() => clearAll(database)),
  }
}

/** The background may have marked a call as told since `matter` was read: one transaction, so that the mark stays. */
function putMatter(database: Database, matter: Matter): Promise<void> {
  const { matters } = database
  return database.transaction('rw', matters, async () => {
    await matters.put(keepTold(await matters.get(matter.id), matter))
  })
}

/** Reading and writing are one transaction: nothing that was deleted or edited in between can come back. */
function amendRows<Row>(table: Table<Row, string>, change: Change<Row>): Promise<void> {
  return table.db.transaction('rw', table, async () => {
    await table.bulkPut(change(await table.toArray()))
  })
}

/** Rows first, in one transaction: they are gone even while another window's connection delays the deletion. */
async function clearAll(database: Database): Promise<void> {
  if (!(await isOnDisk())) return
  if (!database.isOpen()) await database.open()
  const { matters, saved } = database
  await database.transaction('rw', matters, saved, () => Promise.all([matters.clear(), saved.clear()]))
  database.close()
  await Dexie.delete(databaseName)
}

/** Asked of the browser's own list: opening to see would make a connection that can stand in the way of a deletion. */
async function isOnDisk(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === databaseName)
}

function memoryNotebook(): Notebook {
  const matters = new Map<string, Matter>()
  const saved = new Map<string, SavedLine>()
  return {
    lasting: false,
    matters: async () => newestFirst([...matters.values()]),
    save: async (matter) => void matters.set(matter.id, keepTold(matters.get(matter.id), matter)),
    amend: async (change) => {
      for (const matter of change(newestFirst([...matters.values()]))) matters.set(matter.id, matter)
    },
    remove: async (id) => void matters.delete(id),
    saved: async () => [...saved.values()],
    keep: async (lines) => {
      for (const line of lines) saved.set(line.canonical, line)
    },
    amendSaved: async (change) => {
      for (const line of change([...saved.values()])) saved.set(line.canonical, line)
    },
    drop: async (canonical) => void saved.delete(canonical),
    clear: async () => {
      matters.clear()
      saved.clear()
    },
  }
}

function newestFirst(matters: Matter[]): Matter[] {
  return matters.toSorted((a, b) => b.createdAt - a.createdAt)
}

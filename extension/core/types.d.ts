/** The words of the code. What each state means stands in docs/states.md. */

/** Messages of ours by key, with $1 for the first value and $$ for a dollar. */
type Texts = Readonly<Record<string, string>>;

/** Words that are not ours, and their language as a BCP 47 tag; without one they are English. */
interface Named {
  readonly words: string;
  readonly language?: string;
}

type Reading = 'on' | 'off';

/**
 * How far a look goes. glance: at what is known. search: anew, in the trees that are known, and in
 * all where those hold none with a key of LinkedIn's. walk: in every tree of the page.
 */
type Depth = 'glance' | 'search' | 'walk';

type StateName =
  | 'elsewhere'
  | 'looking'
  | 'on'
  | 'turning-off'
  | 'off'
  | 'unproven'
  | 'kept-on'
  | 'locked'
  | 'unrecognised'
  | 'unavailable';

/**
 * Where `turning-off` stands.
 * saving: we clicked, nothing was heard yet. confirming: LinkedIn asks the member something.
 * settling: the save was answered. reloading: the proof load was asked for, in the old document.
 * proving: the new document of that load.
 */
type Step = 'saving' | 'confirming' | 'settling' | 'reloading' | 'proving';

/**
 * Why a state was entered, for its sentence.
 * ignored: the click changed and saved nothing. refused, cut: the save was answered so.
 * reverted: saved, yet it reads on again. lost: the proof load showed it on.
 * cancelled: a second click took the first back. gave-up: patience ended while a click waited.
 * by-member: the member's own click on LinkedIn's switch came just before. waited: the member had
 * asked for it, and then a sign-in came between.
 */
type Reason =
  | 'ignored'
  | 'refused'
  | 'cut'
  | 'reverted'
  | 'lost'
  | 'cancelled'
  | 'gave-up'
  | 'by-member'
  | 'waited';

/** What one tab's button shows: a badge, and the message that is its title. */
interface Picture {
  readonly text: string;
  readonly title: string;
}

/** Who chose that it is turned off on sight. */
type Chooser = 'member' | 'organisation';

/** What is known about one setting on one page. Immutable; made by nextState only. */
interface State {
  readonly name: StateName;
  readonly step: Step | null;
  readonly reason: Reason | null;
  /** What the switch was last seen to read while turning off. */
  readonly reads: Reading | null;
  /** We clicked, and the proof load that is due shall show it; or has shown it. */
  readonly tried: boolean;
  /** When the click that waits for the switch came, in ms of performance.now(). */
  readonly askedAt: number | null;
  /** The member asked for something on this visit, so outcomes are told in the banner. */
  readonly asked: boolean;
  /** "Not now": nothing is drawn until the next click. */
  readonly dismissed: boolean;
  /** Nobody clicked on this visit: it is, or was, turned off on sight. */
  readonly onSight: Chooser | null;
}

interface Sighting {
  readonly type: 'sighting';
  readonly reads: Reading;
  readonly usable: boolean;
  /** Read in a document freshly loaded from LinkedIn, unchanged since, markup agreeing. */
  readonly fresh: boolean;
  /** It read so for a second, and the page has been loaded for a second. */
  readonly settled: boolean;
  /** The page has loaded: before, its own scripts may not hear a click yet. Without a key, the
   * switch has also been the only one for a second. */
  readonly ready: boolean;
  /** It reads what a person's click just made of it. */
  readonly byMember: boolean;
}

type StateEvent =
  | { readonly type: 'page'; readonly at: number; readonly due: Due | null }
  | { readonly type: 'left' }
  | Sighting
  | { readonly type: 'no-sighting' }
  | { readonly type: 'click'; readonly at: number; readonly ready: boolean }
  | { readonly type: 'not-now' }
  | { readonly type: 'dialog'; readonly open: boolean }
  | { readonly type: 'saved'; readonly status: number }
  /** complete: the page is, and shows no switch. */
  | { readonly type: 'patience-ended'; readonly complete: boolean }
  | { readonly type: 'quiet-ended' }
  /** At the last look before our click the switch was not to be clicked. */
  | { readonly type: 'declined' }
  | { readonly type: 'proof-overdue' };

type Transition<Type extends StateEvent['type']> = (
  state: State,
  event: Extract<StateEvent, { type: Type }>,
) => State;

/** What one state does at the events that change it. */
type Row = { [Type in StateEvent['type']]?: Transition<Type> };

/** A timer that a state asks for: this event, after so many ms, unless the state is left before. */
interface Deadline {
  readonly event: 'patience-ended' | 'quiet-ended' | 'proof-overdue';
  readonly after: number;
  /** Where it can be put off: never longer than this in all (ms). */
  readonly atMost?: number;
}

/** What the content script does when a state is entered. */
type Deed = 'click-switch' | 'load-proof';

/** A switch whose identity is certain. */
interface Finding {
  readonly control: HTMLElement;
  readonly reads: Reading;
  readonly usable: boolean;
  /** It carries LinkedIn's key of the setting; else it is the only switch there is. */
  readonly keyed: boolean;
  /** Whether what the HTML says of the switch agrees with what it reads. */
  readonly markupAgrees: boolean;
}

/** What the banner's buttons do. */
interface Hands {
  act(): void;
  dismiss(): void;
  pausePass(): void;
  /** Copies the report of this page. Whether the browser did; null where there is none. */
  copyReport(): Promise<boolean | null>;
}

/** LinkedIn's words for the way to the setting. */
interface Way {
  readonly settings: Named;
  readonly privacy: Named;
  readonly setting: Named;
}

/** What a report is made from. */
interface PageFacts {
  readonly page: Document;
  /** As found by treesOf. */
  readonly trees: readonly (Document | ShadowRoot)[];
  readonly catalogue: Catalogue;
  readonly setting: Setting;
  readonly state: State;
  /** Of the page's address. */
  readonly path: string;
  /** Ours. */
  readonly version: string;
  readonly load: PerformanceNavigationTiming | undefined;
  /** How many dialogs are open. */
  readonly questions: number;
}

/** One LinkedIn setting, as compiled from catalogue/linkedin.toml. */
interface Setting {
  /** Ours: short, fixed. Its messages are setting_<id with _>_does and _costs. */
  readonly id: string;
  /** The id of one of the catalogue's groups. */
  readonly group: string;
  /** LinkedIn's own names for it, in its code. */
  readonly keys: readonly string[];
  readonly paths: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

/** A page of LinkedIn's settings that we link to, by its English name. */
interface SettingsPage {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

interface Catalogue {
  readonly host: string;
  readonly main: string;
  /** Of LinkedIn's own themes; selectors of the page's root, the dark one asked first. */
  readonly themes: { readonly dark: string; readonly light: string };
  readonly saves: string;
  /** Paths of pages of LinkedIn's own that we name. */
  readonly links: Readonly<Record<string, string>>;
  readonly menu: { readonly settings: string; readonly privacy: string };
  /** LinkedIn's own lists of settings, in the order in which we show them. */
  readonly groups: readonly SettingsPage[];
  /** Pages without a switch of ours that a careful member should see. */
  readonly seeAlso: readonly SettingsPage[];
  /** The first is the one that Offswitch is for. */
  readonly settings: readonly Setting[];
  /** Of settings that are known, and not offered. */
  readonly otherKeys: readonly string[];
  readonly otherNames: readonly string[];
}

/**
 * What the background keeps for a tab across a load, and hands out once.
 * prove: this load is the proof load. turn-off: the member asked for it from the panel, or chose
 * that it is done on sight. show: the banner tells what is read, and nothing is done.
 */
interface Due {
  readonly task: 'prove' | 'turn-off' | 'show';
  /** The setting's id. */
  readonly setting: string;
  /** We had clicked the switch before. */
  readonly tried: boolean;
  /** Keyboard focus was in the banner and returns there. */
  readonly focused: boolean;
  readonly onSight: Chooser | null;
  /** The page was asked for, and LinkedIn showed another one first. */
  readonly unreached: boolean;
  /** The load itself goes past every cache. */
  readonly pastCaches: boolean;
  /** The browser told that the tab was at LinkedIn; not every browser always does. */
  readonly onSite: boolean;
  /** Date.now() when it was asked for. */
  readonly at: number;
  /** The hello that it was handed out to, which may not have heard the answer; null before. */
  readonly handedTo: string | null;
}

/** What this browser remembers of the setting, where that changes what is said of `on`. */
interface Memory {
  /** off: a fresh load showed it off. on-by-member: the member's own choice. */
  readonly was: 'off' | 'on-by-member';
  /**
   * When that was, in words: to set up a calendar takes a page that has none yet longer than all else.
   */
  readonly day: string;
}

/** What the words and looks of a state depend on, besides the state. */
interface Briefing {
  readonly level: Level;
  readonly memory: Memory | null;
  /** It is the setting that Offswitch is for: the banner speaks of it without being asked. */
  readonly main: boolean;
  readonly place: PassPlace | null;
}

/** Where a pass is that is under way in this tab: step `number` of `of`, from 1, as our messages write them. */
interface PassPlace {
  /** The id of the step's setting: several can share a page. */
  readonly setting: string;
  readonly number: string;
  readonly of: string;
}

/** What the background tells a page: how far Offswitch may go there, and what it remembers. */
interface News {
  readonly level: Level;
  /** Our messages, where the member chose others than the browser's. */
  readonly texts: Texts | null;
  /** By the setting's first key. */
  readonly memories: Readonly<Record<string, Memory>>;
  readonly place: PassPlace | null;
}

/** The answer to a page's hello. */
interface Greeting {
  readonly due: Due | null;
  readonly news: News;
}

/** How a page came to be there. app: without a load; revival: as it was left, without one. */
type Arrival = 'load' | 'reload' | 'app' | 'revival';

interface Hello {
  readonly type: 'hello';
  /** The same when it is said once more, because nobody answered. */
  readonly id: string;
  readonly arrival: Arrival;
  /** The ids of the settings whose page it is. */
  readonly settings: readonly string[];
  /** The HTTP status that the page was answered with; 0 where the browser does not tell. */
  readonly status: number;
}

/** From a page to the background. */
type PageMessage =
  | Hello
  /** key: of the setting whose page it is. */
  | { readonly type: 'state'; readonly state: State; readonly key: string | null }
  | ({ readonly type: 'load-proof' } & Pick<Due, 'setting' | 'tried' | 'focused' | 'onSight'>)
  | { readonly type: 'open-panel' }
  /** at: ms since 1970; answered by the sentence. */
  | { readonly type: 'say-time'; readonly at: number }
  | { readonly type: 'pause-pass' }
  /** limited: LinkedIn answered a save with "too many requests". */
  | { readonly type: 'limited' };

/** From a page of ours to the background. */
type PanelMessage =
  | {
      readonly type: 'reload' | 'await-access' | 'drop-access';
      readonly tabId: number;
      readonly task: Due['task'];
    }
  /** setting: its id. tabId: whose place it takes, or beside which it opens. */
  | {
      readonly type: 'go';
      readonly tabId: number;
      readonly task: Due['task'];
      readonly setting: string;
    };

/** From a page of ours to the background. tabId: the page's own, beside which the pass opens. */
type PassMessage =
  | { readonly type: 'start-pass'; readonly settings: readonly string[]; readonly tabId: number }
  | { readonly type: 'resume-pass'; readonly tabId: number }
  | { readonly type: 'pause-pass' | 'stop-pass' | 'show-pass-tab' | 'forget-pass' };

/** From the background or the panel to a page. withdraw: nothing more is to be clicked. */
type TabMessage =
  /** setting: its id; no other one is clicked. */
  | { readonly type: 'click'; readonly setting: string }
  | { readonly type: 'report' | 'withdraw' }
  | { readonly type: 'brief'; readonly news: News }
  | { readonly type: 'describe' };

/** A page's answer: its state, and whether the page itself shows what the click did. */
interface PageReport {
  readonly state: State;
  /** Of the setting whose page it is. */
  readonly key: string | null;
  readonly shown: boolean;
  /** Our script was there from the page's start, and not only since a click. */
  readonly early?: boolean;
}

/** A page's answer to `describe`: its report, empty where it is not the setting's page. */
interface PageDescription {
  readonly report: string;
}

type AnswerTo<Message extends TabMessage> = Message extends { type: 'describe' }
  ? PageDescription
  : PageReport;

/** Chromium only; TypeScript's library does not know it. */
interface Document {
  readonly prerendering?: boolean;
}

/**
 * How much Offswitch does on LinkedIn's pages. quiet: badge and panel only, nothing is drawn into
 * the page. look: nothing is clicked; the member flips LinkedIn's switch.
 */
type Level = 'banner' | 'quiet' | 'look';

interface Preferences {
  readonly level: Level;
  /** Turn it off when it is seen on, without being asked. */
  readonly actsOnSight: boolean;
  /** After so many days without a reading a check is suggested; 0 is never. */
  readonly recheckDays: 0 | 7 | 30 | 90;
  readonly keepsHistory: boolean;
  /** Of our messages; 'browser': as the browser's. */
  readonly language: 'browser' | 'en';
}

interface PreferencesFound {
  /** Complete and valid, whatever is stored. */
  readonly values: Preferences;
  /** Set by the organisation, so nobody can choose them here. */
  readonly managed: readonly (keyof Preferences)[];
  /** Names in a policy that are unknown, or whose value is. */
  readonly ignored: readonly string[];
  /** Whether the page after installation opens; only a policy can say no. */
  readonly welcomes: boolean;
}

/** What the member chose, and what this browser remembers. */
interface Knowledge {
  readonly preferences: PreferencesFound;
  readonly record: LocalRecord;
  /** There is a record, and nobody can say what was in it. */
  readonly unreadable: boolean;
}

/** What the record can say of a setting. */
type Outcome =
  | 'on'
  | 'off'
  | 'unproven'
  | 'kept-on'
  | 'locked'
  | 'unrecognised'
  | 'unavailable'
  | 'unreached';

/** One line of the record: what was read, once or several times in a row. */
interface Entry {
  /** Date.now() of the first reading of this kind, and of the last one in a row. */
  readonly at: number;
  readonly lastAt: number;
  /** The cookie store, as the browser names it; see storeOf. */
  readonly store: string;
  /** 0, then one more at each "This is another account" of that store. */
  readonly account: number;
  /** The setting's first key. */
  readonly setting: string;
  /** What was last known before. */
  readonly before: Outcome | null;
  readonly after: Outcome;
  /** A freshly loaded page showed it. */
  readonly fresh: boolean;
  /** Whose click preceded; 'linkedin-page': nobody's, it was only read. */
  readonly by: 'offswitch' | 'member' | 'linkedin-page';
  /** Name and version, such as "Firefox 153". */
  readonly browser: string;
  /** Ours. */
  readonly version: string;
}

/** What the background was told, and when and by which browser. */
type RecordReading = Omit<Entry, 'lastAt' | 'account' | 'before'>;

/** An objection that the member sent to LinkedIn, by LinkedIn's own form. */
interface Objection {
  readonly store: string;
  readonly account: number;
  /** Noon of the day that the member named, in the time of this device. */
  readonly at: number;
}

interface LocalRecord {
  readonly schema: 2;
  /** The present account of each cookie store that had more than one. */
  readonly accounts: Readonly<Record<string, number>>;
  /** In the order of their last reading, the newest last. */
  readonly entries: readonly Entry[];
  /** In the order in which they were noted. */
  readonly objections: readonly Objection[];
}

/** What a tab tells of whose cookies it has. */
interface CookieHolder {
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

/** From a page of ours to the background, about the record. */
type RecordMessage =
  | { readonly type: 'read-record' | 'clear-record' | 'dismiss-notice' }
  | { readonly type: 'new-account'; readonly store: string }
  | {
      readonly type: 'note-objection' | 'forget-objection';
      readonly store: string;
      readonly at: number;
    }
  | { readonly type: 'delete-set-aside'; readonly key: string };

/** Chromium only; TypeScript's library does not know it. */
interface WorkerNavigator {
  readonly userAgentData?: { readonly brands: readonly { brand: string; version: string }[] };
}
interface Navigator extends Pick<WorkerNavigator, 'userAgentData'> {}

/** One setting of a pass, and what came of it. */
interface PassStep {
  /** Its id in the catalogue. */
  readonly setting: string;
  /** A page was told to turn it off: it is only looked at from then on, unless that page says that
   * it did not click and will not. */
  readonly handedOut: boolean;
  /** The page told that it clicked the switch. */
  readonly clicked: boolean;
  readonly outcome: Outcome | null;
  /** Date.now() of the outcome, or of the click before that. */
  readonly at: number | null;
}

/**
 * Why a pass stands still. paused, stopped: the member said so. closed: its tab was. left: its tab
 * went elsewhere. limited: LinkedIn answered that it is too much. unreached: LinkedIn showed
 * something else, such as a sign-in page or a checkpoint. restarted: the browser was.
 */
type PassHalt = 'paused' | 'stopped' | 'closed' | 'left' | 'limited' | 'unreached' | 'restarted';

/** Where a pass runs; in storage.session. */
interface PassTab {
  /** null: it has none, or has one no more. */
  readonly tabId: number | null;
  /** The page that it was started from. */
  readonly reviewId: number;
  /** The setting whose step was begun last; null: none is. */
  readonly begun: string | null;
  /** Its page is there: what a page said before that was the page before. */
  readonly arrived: boolean;
  /** Date.now() from which the next one may begin. */
  readonly nextAt: number;
}

/** Several settings, visited one after another in one tab. */
interface Pass {
  readonly schema: 1;
  readonly task: 'turn-off' | 'show';
  readonly store: string;
  readonly startedAt: number;
  /** null while it goes on, and when it came to its end. */
  readonly halted: PassHalt | null;
  readonly steps: readonly PassStep[];
}

/** A heading of the pass's report. still-on: no click is known of. not-done: nothing came of it. */
type PassLine =
  | 'changed'
  | 'already-off'
  | 'kept-on'
  | 'still-on'
  | 'unproven'
  | 'not-offered'
  | 'not-recognised'
  | 'not-reached'
  | 'not-done';

/** Whom AI training concerns, as compiled from catalogue/policy.toml. */
interface Policy {
  readonly sources: Readonly<Record<string, PolicySource>>;
  readonly regions: readonly Region[];
  readonly facts: readonly { readonly id: string; readonly sources: readonly string[] }[];
}

/** Who said something. Dates are years, months or days, such as "2024-09". */
interface PolicySource {
  readonly by: string;
  readonly where: string;
  /** null where it has no date. */
  readonly when: string | null;
  /** When we read it. */
  readonly read: string;
  /** They report it; else LinkedIn's own words are quoted. */
  readonly secondary: boolean;
}

/** Where a member may be. null is not known. */
interface Region {
  readonly id: string;
  readonly since: string | null;
  /** What LinkedIn claims as its legal basis. */
  readonly basis: string | null;
  /** Data is shared with Microsoft for ads, which is another setting; false: reported elsewhere. */
  readonly sharesForAds: boolean | null;
  readonly sources: readonly string[];
}

/** The browser's interfaces with callbacks: only where a promise would not do. */
declare const chrome: {
  readonly action: {
    setIcon(details: Parameters<typeof browser.action.setIcon>[0], done: () => void): void;
  };
  readonly runtime: { readonly lastError?: { readonly message?: string } };
};

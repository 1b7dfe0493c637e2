// A form of the bank's screens, checked while it is filled.
import type {
  FormAnswer, FormElements, FormInput, FormName, FormQuestion, FormReason, Request, RequestErrorCode, RowsAnswer, RowsFormName,
  ValueCode,
} from './documents.js';
import type { Freed } from './platform.js';
import type { RequestError } from './shared.js';

/** How a form is asked, and how its answer is sorted. What is null or undefined is not given. */
export interface FormSettings {
  /** The language of the issues; English where none is given. */
  lang?: 'ja' | 'en' | null | undefined;
  /** The user, account or group that is changed; left out: a new one. */
  change?: string | null | undefined;
  /** Asks whether the element may be taken out. */
  remove?: boolean | null | undefined;
  /** Items of the company, of which the answer says which hang on the user. */
  items?: FormQuestion['items'] | undefined;
  /** The request as it was, which `changed` compares with. */
  before?: Request | null | undefined;
  /** The position in a batch of the item that `largest` is about. */
  item?: number | null | undefined;
  /**
   * Members of the input that the host knows and no field shows. They stand whatever is typed, member by member: where it is the
   * signed-in user, nobody types another.
   */
  fixed?: FormInput | null | undefined;
  /** Pointers of the fields that the page shows, or what they begin with; issues elsewhere are in `rest`. */
  fields?: readonly string[] | null | undefined;
  /**
   * Whether a member that is "" counts as null, as fields hold "" where nothing is typed; in lists it stays. So it is for `view`
   * and for libraries, where nothing else is said, and not for `check`, which asks what it is given.
   */
  blankIsNull?: boolean | null | undefined;
}

/** What everything that a form says of a field has. */
interface IssueBody {
  /** In the language that was asked for. */
  message: string;
  /** Where it is, by names and, in lists, positions. */
  path: (string | number)[];
  /** Where it is (RFC 6901); empty where it is about no member. */
  pointer: string;
}

/** A rule is against what stands in a field. */
export interface ReasonIssue<N extends FormName = FormName> extends IssueBody {
  /** Something is wrong. */
  kind: 'reason';
  /** Which rule it is. */
  code: FormReason<N>['code'];
  /** The answer's reason, with its figures. */
  reason: FormReason<N>;
  /** It could be judged. */
  error: null;
}

/** What stands in a field could not even be judged, such as NaN or a Date. */
export interface FaultIssue extends IssueBody {
  /** Something is wrong. */
  kind: 'reason';
  /** Why it could not be judged. */
  code: ValueCode | RequestErrorCode;
  /** There is no reason of an answer. */
  reason: null;
  /** What would have been thrown. */
  error: RequestError;
}

/** Nothing stands in a field in which something has to stand. */
export interface MissingIssue extends IssueBody {
  /** Nothing is wrong, but something is not given yet. */
  kind: 'missing';
  /** Of every missing field. */
  code: 'missing';
  /** There is no reason. */
  reason: null;
  /** There is no error. */
  error: null;
}

/** One thing that a form says of a field. */
export type FormIssue<N extends FormName = FormName> = ReasonIssue<N> | FaultIssue | MissingIssue;

/** What an answer has that is sorted for a page. */
interface ViewBody<N extends FormName> {
  /** Everything that is said, at most once. */
  issues: FormIssue<N>[];
  /** The issues of each field by its pointer. */
  fields: Map<string, FormIssue<N>[]>;
  /** The issues of what the page shows no field for: they have to be shown too. */
  rest: FormIssue<N>[];
  /** The issues at a place and within it, such as those of a list that is one field. */
  at(pointer: string): FormIssue<N>[];
}

/** An outcome with its answer. */
interface ViewOf<N extends FormName, Outcome extends FormAnswer['outcome'], Answer> extends ViewBody<N> {
  /** `valid` only if there is an answer, and it says so. */
  outcome: Outcome;
  /** The whole answer; null where a member could not be judged. */
  answer: Answer;
}

/** An answer, sorted for a page. */
export type FormView<N extends FormName = FormName> =
  | ViewOf<N, 'valid', AnswerOf<N, 'valid'>>
  | ViewOf<N, 'incomplete', AnswerOf<N, 'incomplete'>>
  | ViewOf<N, 'refused', AnswerOf<N, 'refused'> | null>;

/** The answer of a form that has an outcome. */
type AnswerOf<N extends FormName, Outcome extends FormAnswer['outcome']> = Extract<FormAnswer<N>, { outcome: Outcome }>;

/** A form as libraries for forms know it: Standard Schema 1.1, with its JSON Schema. */
export interface FormStandard<N extends FormName, Input> {
  /** Of the standard. */
  readonly version: 1;
  /** Of the library. */
  readonly vendor: 'kessai';
  /** What goes in and what comes out, for TypeScript alone. */
  readonly types?: { readonly input: Input; readonly output: FormElements[N] | null } | undefined;
  /**
   * Synchronous. The value is the answer's `result`; each issue is a `FormIssue`. `libraryOptions` are settings of the form.
   *
   * Throws as `Form.view` does.
   */
  readonly validate: (
    value: unknown,
    options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
  ) => { readonly value: FormElements[N] | null; readonly issues?: undefined } | { readonly issues: readonly FormIssue<N>[] };
  /** What may be typed, as JSON Schema. Throws for a target that there is not. */
  readonly jsonSchema: {
    /** What goes in. */
    readonly input: (options: FormSchemaOptions) => Record<string, unknown>;
    /** What comes out. */
    readonly output: (options: FormSchemaOptions) => Record<string, unknown>;
  };
}

/** Which JSON Schema is wanted, and in which language its titles are. */
export interface FormSchemaOptions {
  /** The draft. */
  readonly target: 'draft-2020-12' | 'draft-07' | (string & {});
  /** `lang` for the titles. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * A form of the bank's screens, checked while it is filled.
 *
 * `Input` is what a form library holds of it, which need not be right.
 */
export interface Form<N extends FormName = FormName, Input = any> extends Freed {}
export class Form<N extends FormName = FormName, Input = any> {
  private constructor();
  /**
   * Checks what is typed so far; the options go over the form's settings.
   *
   * Throws a `RequestError` where there is no answer, which is to be treated as refused.
   */
  check(input?: FormInput<N>, options?: FormSettings | null): FormAnswer<N>;
  /**
   * Checks many new users, accounts or groups at once (一括取込): each row is told what is wrong with it, and `result` is the list of
   * all where every one is valid. Nothing is done by halves.
   *
   * Throws as `check` does.
   */
  checkRows(
    rows: readonly FormInput<N>[],
    options?: FormSettings | null,
  ): N extends RowsFormName ? RowsAnswer<N> : never;
  /**
   * Checks what is typed so far, and sorts what is said by field. A member that cannot be judged (NaN, a Date, a File, an
   * unknown name) is an issue at its place, the outcome is then `refused`, and the rest is still checked.
   *
   * Throws a `RequestError` where the question itself is wrong, such as an element to change that there is not.
   */
  view(input?: unknown, options?: FormSettings | null): FormView<N>;
  /** The same form with other settings over its own. Either may be freed first. */
  with(settings: FormSettings): Form<N, Input>;
  /** What may be typed, as JSON Schema. */
  jsonSchema(options: { target: 'draft-2020-12' | 'draft-07' }, settings?: Pick<FormSettings, 'lang'>): Record<string, unknown>;
  /** What libraries for forms look for. */
  readonly '~standard': FormStandard<N, Input>;
  /** Gives its memory back; doing it again does nothing. Whatever else is called then throws. */
  free(): void;
}

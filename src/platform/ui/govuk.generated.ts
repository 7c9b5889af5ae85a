// Written by script/govuk-types.mjs from govuk-frontend 6.6.0 (MIT, Crown copyright). Do not edit.
import type { Attributes, Body, Content, Divider, Gap, HeadingLevel, Inside, OptionalBody, OptionalContent, OptionalWords, PluralText, Slot, Words } from './govuk-types.ts';

export type AccordionItem = {
  heading: Content;
  summary?: OptionalContent | undefined;
  content: Content;
  expanded?: boolean | undefined;
};

export type LinkItem = {
  href?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type InputFormGroup = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  beforeInput?: Content | undefined;
  afterInput?: Content | undefined;
};

export type Classes = {
  classes?: string | undefined;
};

export type InputsFormGroup = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  beforeInputs?: Content | undefined;
  afterInputs?: Content | undefined;
};

export type Dressing = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type Conditional = {
  html: Slot;
};

export type CheckboxesItem = {
  id?: string | undefined;
  name?: string | undefined;
  value: string;
  label?: Dressing | undefined;
  hint?: HintProps | undefined;
  checked?: boolean | undefined;
  conditional?: Conditional | undefined;
  behaviour?: 'exclusive' | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type CookieBannerMessageAction = {
  text: string;
  type?: 'button' | 'submit' | undefined;
  href?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type CookieBannerMessage = {
  actions?: readonly CookieBannerMessageAction[] | undefined;
  hidden?: boolean | undefined;
  role?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & OptionalWords<'headingText', 'headingHtml'> & Content;

export type DateInputItem = {
  id?: string | undefined;
  name: string;
  label?: string | undefined;
  value?: string | undefined;
  error?: boolean | undefined;
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type DateInputValues = {
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
};

export type FieldsetLegend = {
  classes?: string | undefined;
  isPageHeading?: boolean | undefined;
} & Content;

export type FooterLink = {
  text: string;
  href: string;
  attributes?: Attributes | undefined;
};

export type FooterMeta = {
  visuallyHiddenTitle?: string | undefined;
  items?: readonly FooterLink[] | undefined;
} & OptionalContent;

export type FooterNavigation = {
  title: string;
  columns?: number | undefined;
  width?: string | undefined;
  items?: readonly FooterLink[] | undefined;
};

export type Affix = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type LanguageNavigationItem = {
  lang: string;
  hrefLang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  languageDescriptionText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type PaginationItem = {
  number?: string | number | undefined;
  visuallyHiddenText?: string | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  ellipsis?: boolean | undefined;
  attributes?: Attributes | undefined;
};

export type PaginationEnd = {
  labelText?: string | undefined;
  href: string;
  attributes?: Attributes | undefined;
} & OptionalContent;

export type PanelActionItem = {
  text: string;
  type?: 'button' | 'submit' | 'reset' | undefined;
  href?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type PanelAction = {
  items?: readonly PanelActionItem[] | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type RadiosItem = {
  id?: string | undefined;
  value: string;
  label?: Dressing | undefined;
  hint?: HintProps | undefined;
  checked?: boolean | undefined;
  conditional?: Conditional | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type SelectItem = {
  value?: string | undefined;
  text: string;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
};

export type ServiceNavigationItem = {
  current?: boolean | undefined;
  active?: boolean | undefined;
  href?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type ServiceNavigationSlotsEnd = {
  align?: 'inline' | undefined;
} & { html?: Slot | undefined };

export type ServiceNavigationSlots = {
  start?: Slot | undefined;
  end?: Slot | ServiceNavigationSlotsEnd | undefined;
  navigationStart?: Slot | undefined;
  navigationEnd?: Slot | undefined;
};

export type ClassedContent = {
  classes?: string | undefined;
} & Content;

export type SummaryListRowActionItem = {
  href: string;
  visuallyHiddenText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type SummaryListRowAction = {
  items?: readonly SummaryListRowActionItem[] | undefined;
  classes?: string | undefined;
};

export type SummaryListRow = {
  classes?: string | undefined;
  key: ClassedContent;
  value: ClassedContent;
  actions?: SummaryListRowAction | undefined;
};

export type SummaryListCardTitle = {
  headingLevel?: HeadingLevel | undefined;
  classes?: string | undefined;
} & OptionalContent;

export type SummaryListCard = {
  title?: SummaryListCardTitle | undefined;
  actions?: SummaryListRowAction | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type TableRow = {
  format?: 'numeric' | undefined;
  classes?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  attributes?: Attributes | undefined;
} & Content;

export type TableHead = {
  format?: 'numeric' | undefined;
  classes?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  attributes?: Attributes | undefined;
} & OptionalContent;

export type TabsItemPanel = {
  attributes?: Attributes | undefined;
} & Content;

export type TabsItem = {
  id: string;
  label: string;
  attributes?: Attributes | undefined;
  panel: TabsItemPanel;
};

export type TaskListItemStatus = {
  tag?: TagProps | undefined;
  classes?: string | undefined;
} & OptionalContent;

export type TaskListItem = {
  title: ClassedContent;
  hint?: Content | undefined;
  status: TaskListItemStatus;
  href?: string | undefined;
  classes?: string | undefined;
};

/** https://design-system.service.gov.uk/components/accordion/ */
export type AccordionProps = {
  id: string;
  headingLevel?: HeadingLevel | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  rememberExpanded?: boolean | undefined;
  hideAllSectionsText?: string | undefined;
  hideSectionText?: string | undefined;
  hideSectionAriaLabelText?: string | undefined;
  showAllSectionsText?: string | undefined;
  showSectionText?: string | undefined;
  showSectionAriaLabelText?: string | undefined;
  items: readonly (AccordionItem | Gap)[];
};

/** https://design-system.service.gov.uk/components/back-link/ */
export type BackLinkProps = {
  href: string;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & OptionalContent;

/** https://design-system.service.gov.uk/components/breadcrumbs/ */
export type BreadcrumbsProps = {
  items: readonly LinkItem[];
  classes?: string | undefined;
  collapseOnMobile?: boolean | undefined;
  attributes?: Attributes | undefined;
  labelText?: string | undefined;
};

/** https://design-system.service.gov.uk/components/button/ */
export type ButtonProps = {
  type?: 'button' | 'submit' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  href?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  preventDoubleClick?: boolean | undefined;
  isStartButton?: boolean | undefined;
  id?: string | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/character-count/ */
export type CharacterCountProps = {
  id?: string | undefined;
  name: string;
  rows?: string | number | undefined;
  value?: string | undefined;
  maxlength: string | number;
  threshold?: string | number | undefined;
  countType?: 'graphemes' | 'codeunits' | 'words' | undefined;
  label: LabelProps;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputFormGroup | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  spellcheck?: boolean | undefined;
  countMessage?: Classes | undefined;
  textareaDescriptionText?: string | undefined;
  charactersUnderLimitText?: PluralText | undefined;
  charactersAtLimitText?: string | undefined;
  charactersOverLimitText?: PluralText | undefined;
  wordsUnderLimitText?: PluralText | undefined;
  wordsAtLimitText?: string | undefined;
  wordsOverLimitText?: PluralText | undefined;
};

/** https://design-system.service.gov.uk/components/checkboxes/ */
export type CheckboxesProps = {
  describedBy?: string | undefined;
  fieldset?: FieldsetProps | undefined;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputsFormGroup | undefined;
  idPrefix?: string | undefined;
  name: string;
  items: readonly (CheckboxesItem | Divider | Gap)[];
  values?: readonly string[] | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/cookie-banner/ */
export type CookieBannerProps = {
  ariaLabel?: string | undefined;
  hidden?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  messages: readonly CookieBannerMessage[];
};

/** https://design-system.service.gov.uk/components/date-input/ */
export type DateInputProps = {
  id: string;
  namePrefix?: string | undefined;
  items?: readonly (DateInputItem | Gap)[] | undefined;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputsFormGroup | undefined;
  fieldset?: FieldsetProps | undefined;
  day?: Partial<DateInputItem> | undefined;
  month?: Partial<DateInputItem> | undefined;
  year?: Partial<DateInputItem> | undefined;
  values?: DateInputValues | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/details/ */
export type DetailsProps = {
  id?: string | undefined;
  open?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Words<'summaryText', 'summaryHtml'> & Body;

/** https://design-system.service.gov.uk/components/error-message/ */
export type ErrorMessageProps = {
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  visuallyHiddenText?: string | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/error-summary/ */
export type ErrorSummaryProps = {
  errorList?: readonly LinkItem[] | undefined;
  disableAutoFocus?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Words<'titleText', 'titleHtml'> & OptionalBody<'descriptionText', 'descriptionHtml'>;

/** https://design-system.service.gov.uk/components/exit-this-page/ */
export type ExitThisPageProps = {
  redirectUrl?: string | undefined;
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  activatedText?: string | undefined;
  timedOutText?: string | undefined;
  pressTwoMoreTimesText?: string | undefined;
  pressOneMoreTimeText?: string | undefined;
} & OptionalContent;

/** https://design-system.service.gov.uk/components/feedback/ */
export type FeedbackProps = {
  headingLevel?: HeadingLevel | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Words<'titleText', 'titleHtml'> & Body;

/** https://design-system.service.gov.uk/components/fieldset/ */
export type FieldsetProps = {
  describedBy?: string | undefined;
  legend?: FieldsetLegend | undefined;
  classes?: string | undefined;
  role?: string | undefined;
  attributes?: Attributes | undefined;
} & Inside;

/** https://design-system.service.gov.uk/components/file-upload/ */
export type FileUploadProps = {
  name: string;
  id?: string | undefined;
  disabled?: boolean | undefined;
  multiple?: boolean | undefined;
  describedBy?: string | undefined;
  label: LabelProps;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputFormGroup | undefined;
  javascript?: boolean | undefined;
  chooseFilesButtonText?: string | undefined;
  dropInstructionText?: string | undefined;
  multipleFilesChosenText?: PluralText | undefined;
  noFileChosenText?: string | undefined;
  enteredDropZoneText?: string | undefined;
  leftDropZoneText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  wrapperClasses?: string | undefined;
  wrapperAttributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/footer/ */
export type FooterProps = {
  meta?: FooterMeta | undefined;
  navigation?: readonly FooterNavigation[] | undefined;
  contentLicence?: OptionalContent | undefined;
  copyright?: OptionalContent | undefined;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/generic-header/ */
export type GenericHeaderProps = {
  url?: string | undefined;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Words<'logoText', 'logoHtml'>;

/** https://design-system.service.gov.uk/components/header/ */
export type HeaderProps = {
  homepageUrl?: string | undefined;
  productName?: string | undefined;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/hint/ */
export type HintProps = {
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/input/ */
export type InputProps = {
  id?: string | undefined;
  name: string;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  label: LabelProps;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  prefix?: Affix | undefined;
  suffix?: Affix | undefined;
  formGroup?: InputFormGroup | undefined;
  classes?: string | undefined;
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  inputWrapper?: Dressing | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/inset-text/ */
export type InsetTextProps = {
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Body;

/** https://design-system.service.gov.uk/components/label/ */
export type LabelProps = {
  for?: string | undefined;
  isPageHeading?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/language-navigation/ */
export type LanguageNavigationProps = {
  items: readonly LanguageNavigationItem[];
  ariaLabel?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/notification-banner/ */
export type NotificationBannerProps = {
  titleHeadingLevel?: HeadingLevel | undefined;
  type?: 'success' | undefined;
  role?: 'alert' | 'region' | undefined;
  titleId?: string | undefined;
  disableAutoFocus?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Body & OptionalWords<'titleText', 'titleHtml'>;

/** https://design-system.service.gov.uk/components/pagination/ */
export type PaginationProps = {
  items?: readonly PaginationItem[] | undefined;
  previous?: PaginationEnd | undefined;
  next?: PaginationEnd | undefined;
  landmarkLabel?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/panel/ */
export type PanelProps = {
  headingLevel?: HeadingLevel | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  actions?: PanelAction | undefined;
} & Words<'titleText', 'titleHtml'> & Body;

/** https://design-system.service.gov.uk/components/password-input/ */
export type PasswordInputProps = {
  id?: string | undefined;
  name: string;
  value?: string | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  label: LabelProps;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputFormGroup | undefined;
  classes?: string | undefined;
  autocomplete?: string | undefined;
  attributes?: Attributes | undefined;
  showPasswordText?: string | undefined;
  hidePasswordText?: string | undefined;
  showPasswordAriaLabelText?: string | undefined;
  hidePasswordAriaLabelText?: string | undefined;
  passwordShownAnnouncementText?: string | undefined;
  passwordHiddenAnnouncementText?: string | undefined;
  button?: Classes | undefined;
};

/** https://design-system.service.gov.uk/components/phase-banner/ */
export type PhaseBannerProps = {
  tag: TagProps;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/radios/ */
export type RadiosProps = {
  fieldset?: FieldsetProps | undefined;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputsFormGroup | undefined;
  idPrefix?: string | undefined;
  name: string;
  items: readonly (RadiosItem | Divider | Gap)[];
  value?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/select/ */
export type SelectProps = {
  id?: string | undefined;
  name: string;
  items: readonly (SelectItem | Gap)[];
  value?: string | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  label: LabelProps;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputFormGroup | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/service-navigation/ */
export type ServiceNavigationProps = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  ariaLabel?: string | undefined;
  menuButtonText?: string | undefined;
  menuButtonLabel?: string | undefined;
  navigationLabel?: string | undefined;
  navigationId?: string | undefined;
  navigationClasses?: string | undefined;
  collapseNavigationOnMobile?: boolean | undefined;
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  navigation: readonly (ServiceNavigationItem | Gap)[];
  slots?: ServiceNavigationSlots | undefined;
};

/** https://design-system.service.gov.uk/components/skip-link/ */
export type SkipLinkProps = {
  href?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/summary-list/ */
export type SummaryListProps = {
  rows: readonly (SummaryListRow | Gap)[];
  card?: SummaryListCard | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/table/ */
export type TableProps = {
  rows: readonly (readonly TableRow[])[];
  head?: readonly TableHead[] | undefined;
  caption?: string | undefined;
  captionClasses?: string | undefined;
  firstCellIsHeader?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/tabs/ */
export type TabsProps = {
  id?: string | undefined;
  idPrefix?: string | undefined;
  title?: string | undefined;
  items: readonly (TabsItem | Gap)[];
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/tag/ */
export type TagProps = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

/** https://design-system.service.gov.uk/components/task-list/ */
export type TaskListProps = {
  items: readonly TaskListItem[];
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  idPrefix?: string | undefined;
};

/** https://design-system.service.gov.uk/components/textarea/ */
export type TextareaProps = {
  id?: string | undefined;
  name: string;
  spellcheck?: boolean | undefined;
  rows?: string | number | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  label: LabelProps;
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?: InputFormGroup | undefined;
  classes?: string | undefined;
  autocomplete?: string | undefined;
  attributes?: Attributes | undefined;
};

/** https://design-system.service.gov.uk/components/warning-text/ */
export type WarningTextProps = {
  iconFallbackText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
} & Content;

/** The parameters of each component, by its folder in govuk-frontend. */
export type GovukComponents = {
  'accordion': AccordionProps;
  'back-link': BackLinkProps;
  'breadcrumbs': BreadcrumbsProps;
  'button': ButtonProps;
  'character-count': CharacterCountProps;
  'checkboxes': CheckboxesProps;
  'cookie-banner': CookieBannerProps;
  'date-input': DateInputProps;
  'details': DetailsProps;
  'error-message': ErrorMessageProps;
  'error-summary': ErrorSummaryProps;
  'exit-this-page': ExitThisPageProps;
  'feedback': FeedbackProps;
  'fieldset': FieldsetProps;
  'file-upload': FileUploadProps;
  'footer': FooterProps;
  'generic-header': GenericHeaderProps;
  'header': HeaderProps;
  'hint': HintProps;
  'input': InputProps;
  'inset-text': InsetTextProps;
  'label': LabelProps;
  'language-navigation': LanguageNavigationProps;
  'notification-banner': NotificationBannerProps;
  'pagination': PaginationProps;
  'panel': PanelProps;
  'password-input': PasswordInputProps;
  'phase-banner': PhaseBannerProps;
  'radios': RadiosProps;
  'select': SelectProps;
  'service-navigation': ServiceNavigationProps;
  'skip-link': SkipLinkProps;
  'summary-list': SummaryListProps;
  'table': TableProps;
  'tabs': TabsProps;
  'tag': TagProps;
  'task-list': TaskListProps;
  'textarea': TextareaProps;
  'warning-text': WarningTextProps;
};

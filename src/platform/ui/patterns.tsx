/** The patterns every page is made of; `/guide/patterns` shows them together. */
export { type Column, DataTable, type Download, Downloads } from './data-table.tsx';
export { DayInput, dayAnswer, dayText } from './day-input.tsx';
export { type Fact, Facts } from './facts.tsx';
export { FilterChoice, FilterForm, FilterText } from './filters.tsx';
export { Actions, ConfirmPage, DetailPage, FormEnd, FormPage } from './form-pages.tsx';
export { filterOf, type ListAddress, listHref, readListAddress } from './list-address.ts';
export { Listing, ListPage } from './list-page.tsx';
export { Count, Onward, Paging } from './listing.tsx';
export { countInWords, formatNumber } from './numbers.ts';
export { SectionPages } from './section-pages.tsx';
export { type DayRow, DayRows, type TaskRow, TaskRows } from './tasks.tsx';
export { Box, Columns, Empty, Figure, PageTitle, Progress, Say, StateTag, type Tone, Working } from './words.tsx';

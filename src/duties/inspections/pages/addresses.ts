/** Where a page's figures can be had as files, with the filters the page was asked for. */
export const addressOf = (path: string, typed: Readonly<Record<string, string>>) => (id: string) => {
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();
  const end = query ? `?${query}` : '';
  return { csv: `${path}/${id}.csv${end}`, svg: `${path}/${id}.svg${end}` };
};

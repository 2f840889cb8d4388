export const SITE_TITLE = 'Kiln notes';
export const SITE_DESCRIPTION = "Clay, glaze and smoke";

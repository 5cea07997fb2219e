/** What the editor of a new profile starts with. */
export const NEW_PROFILE = `{
  "project": "default",
  "options": [],
  "dates": "REMOVE",
  "overrides": [
    {"tag": "StudyDescription", "action": "CLEAN_TEXT", "reason": ""}
  ],
  "safePrivate": []
}`

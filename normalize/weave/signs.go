package weave

import "ziping/extract"

// Flattened reports a document whose reader says that columns are lost.
func Flattened(doc *extract.Document) bool {
	for _, w := range doc.Warnings {
		if w.Code == extract.WarnFlattened || w.Code == extract.WarnGlued {
			return true
		}
	}
	return false
}

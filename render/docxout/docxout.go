// Package docxout writes the working paper of an audited file as a Word document.
//
//	err := docxout.Write(w, bundle)
//
// What is said is render/workpaper's; this package sets it: A4 upright, a head to fill in,
// a table of findings whose headings stand on every page, page numbers. The file holds the
// few parts that a word processor needs, in a fixed order and without times: the same
// Bundle gives the same bytes. Text of a form is text and nothing else.
package docxout

import (
	"archive/zip"
	"fmt"
	"io"

	"ziping/extract"
	"ziping/render"
	"ziping/render/workpaper"
)

// Write writes the working paper of one input.
func Write(w io.Writer, b *render.Bundle) error {
	paper := workpaper.New(b)
	z := zip.NewWriter(w)
	lang := "zh-CN"
	if b.Lang == extract.EN {
		lang = "en-US"
	}
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", core(paper.Title+" "+b.Name(), "ziping "+b.Version)},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/document.xml", document(&paper)},
		{"word/footer1.xml", footer(extract.Text{ZH: "第 |页，共 |页", EN: "page |of |"}.In(b.Lang))},
		{"word/styles.xml", fmt.Sprintf(styles, lang)},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err != nil {
			return fmt.Errorf("docxout: %w", err)
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return fmt.Errorf("docxout: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("docxout: %w", err)
	}
	return nil
}

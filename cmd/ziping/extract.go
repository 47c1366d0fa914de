package main

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/render/jsonout"
	"ziping/render/tableout"
	"ziping/score"
)

// extract is `ziping extract FILE`.
func (a *app) extract() *cobra.Command {
	var format, pages string
	var asJSON, bom bool
	cmd := &cobra.Command{
		Use:         "extract FILE",
		Short:       a.say("读取版面内容（页、表格、单元格）", "what is on the paper: pages, tables, cells"),
		Long:        a.say(extractLong.ZH, extractLong.EN),
		Example:     a.say(extractExample.ZH, extractExample.EN),
		Annotations: map[string]string{"exit": a.say(oneFileExit.ZH, oneFileExit.EN)},
		Args:        a.exactlyOne,
		PreRunE:     a.readingFlags,
		RunE: func(cmd *cobra.Command, args []string) error {
			allowed := []string{"json"}
			for _, f := range tableout.Formats {
				allowed = append(allowed, string(f))
			}
			if err := a.oneOf("format", format, allowed); err != nil {
				return err
			}
			wanted, err := a.pageRanges(pages)
			if err != nil {
				return err
			}
			in, err := a.single(args[0])
			if err != nil {
				return err
			}
			doc, failure := a.document(in, wanted)
			if failure != nil {
				a.exit = a.fail(in, failure)
				return nil
			}
			a.leftOut(in, doc, format != "json")
			if !cmd.Flags().Changed("bom") { // a file named .csv is opened by double click, in a spreadsheet that asks for it
				bom = format == "csv" && extensionOf(cmd.Flag("output").Value.String()) == "csv"
			}
			if bom {
				if _, err := io.WriteString(a.stdout, "\ufeff"); err != nil {
					return err
				}
			}
			if format != "json" {
				return tableout.Write(a.stdout, doc, tableout.Format(format))
			}
			return jsonout.Write(a.stdout, doc, style(asJSON))
		},
	}
	cmd.Flags().StringVar(&format, "format", "json", a.say("`json|tsv|csv|html|md`：json 是整个 Document，其余只有表格", "`json|tsv|csv|html|md`: json is the whole Document, the others the tables alone"))
	suggest(cmd, "format", "json", "tsv", "csv", "html", "md")
	cmd.Flags().StringVar(&pages, "pages", "", a.say("`LIST`：只读这些页，如 1,3-5(PDF)", "read these pages only, a `LIST` such as 1,3-5 (PDF)"))
	a.addReadingFlags(cmd.Flags())
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("JSON 写成一行", "the JSON on one line"))
	cmd.Flags().BoolVar(&bom, "bom", false, a.say("开头写字节序标记，供 Excel 识别编码（-o *.csv 时默认写）", "begin with a byte-order mark, by which Excel knows the encoding (by default with -o *.csv)"))
	return a.intoFile(cmd, "json", "tsv", "csv", "html", "md")
}

// document reads one input.
func (a *app) document(in batch.Input, pages []extract.PageRange) (*extract.Document, *score.Failure) {
	limits := extract.DefaultLimits()
	c, err := batch.Read(in, a.stdin, limits.Bytes)
	switch {
	case err != nil:
		return nil, a.readFailure(in, err).Error
	case !c.Whole():
		return nil, pipeline.TooLarge(c.Data, in.Name(), c.Size, pipeline.Options{Lang: a.lang, Named: true}).Result.Error
	}
	s := a.settings()
	s.Pages = pages
	answer, err := a.work(readJob, inputParam{Settings: s, Name: in.Name(), Size: c.Size, Named: true}, c.Data)
	doc := new(extract.Document)
	if err == nil && (json.Unmarshal(answer.Value, doc) != nil || !pipeline.Sound(doc, limits)) {
		err = nonsense("a Document")
	}
	if err != nil {
		return nil, pipeline.FailureOf(err, a.lang)
	}
	return doc, nil
}

// leftOut says beside the answer what of the input is not in it: pages that
// were passed over and, where the answer is tables alone, all that the Document
// says of the input as a whole.
func (a *app) leftOut(in batch.Input, doc *extract.Document, tablesAlone bool) {
	for _, w := range doc.Warnings {
		if w.Code == extract.WarnPassedOver || tablesAlone && w.At == nil {
			a.problem(in.Path+a.say("：", ": ")+w.Message, "")
		}
	}
}

// fail says why an input failed and returns the exit status.
func (a *app) fail(in batch.Input, f *score.Failure) int {
	a.failed(in.Path, failure(f))
	return exitAllFailed
}

func style(oneLine bool) jsonout.Style {
	if oneLine {
		return jsonout.Compact
	}
	return jsonout.Indented
}

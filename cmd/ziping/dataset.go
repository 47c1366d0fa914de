package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"ziping/internal/batch"
	"ziping/internal/beside"
	"ziping/internal/dataset"
	"ziping/internal/dataset/csvout"
	"ziping/render/screen"
)

// dataProgram writes the formats that this program has no writer for.
const dataProgram = "ziping-data"

// datasetSinks are the formats that this program writes by itself.
var datasetSinks = map[string]dataset.Open{"csv": csvout.Open}

func (a *app) addDatasetFlag(flags *pflag.FlagSet, list *string) {
	flags.StringVar(list, "dataset", "", a.say("`LIST`：把 DIR 的全部记录另写成数据集 DIR/dataset/：sqlite、parquet、csv",
		"write all records in DIR as DIR/dataset/ too: a `LIST` of sqlite, parquet, csv"))
}

// datasetFor are the formats of the dataset that DIR is to have: those asked for, else
// those it has already, since a dataset tells of all that DIR holds. What stands in the
// way is said before any work.
func (a *app) datasetFor(dir, list string, force bool) ([]string, error) {
	if list == "" {
		formats, err := dataset.Has(dir)
		var foreign *dataset.ForeignError
		if err != nil && !errors.As(err, &foreign) { // what is none of ours is left alone
			return nil, a.cannotOpen(dir, err)
		}
		return formats, nil
	}
	formats, wrong := dataset.ParseFormats(list)
	if wrong != "" {
		return nil, a.oneOf("dataset", wrong, dataset.Formats)
	}
	if _, ok := a.datasetWriter(formats); !ok {
		return nil, a.usage(a.noDataProgram(formats), a.dataProgramHint())
	}
	if force {
		return formats, nil
	}
	if err := dataset.Check(dir, formats); err != nil {
		return nil, a.usage(dataset.Problem(dir, err, a.lang))
	}
	return formats, nil
}

func (a *app) noDataProgram(formats []string) string {
	need := slices.DeleteFunc(slices.Clone(formats), func(f string) bool { return datasetSinks[f] != nil })
	return a.sayf("%s 由另一个程序 %s 写出，在 ziping 所在的文件夹里没有找到它", "%s is written by another program, %s, which does not lie beside ziping", strings.Join(need, a.say("、", ", ")), dataProgram)
}

func (a *app) dataProgramHint() string {
	return a.say("它在同一个发行包里，请放在 ziping 旁边；或只写 --dataset csv", "it comes in the same release: put it beside ziping; or write --dataset csv alone")
}

// datasetWriter is the program that writes some formats, "" for this one.
func (a *app) datasetWriter(formats []string) (path string, ok bool) {
	if !slices.ContainsFunc(formats, func(f string) bool { return datasetSinks[f] == nil }) {
		return "", true
	}
	return beside.Find(dataProgram)
}

// datasetIn are the formats of the dataset that DIR has already.
func datasetIn(dir string) []string {
	formats, _ := dataset.Has(dir) // what cannot be read is told by who writes it
	return formats
}

// lastWords is where the last lines of a run go: where JSON is read, beside it.
func (a *app) lastWords(asJSON, quiet bool) io.Writer {
	switch {
	case quiet:
		return nil
	case asJSON:
		return a.stderr
	}
	return a.stdout
}

// writeDataset makes the dataset of DIR anew, says so on out if there is one, and has the
// exit status tell if it could not.
func (a *app) writeDataset(ctx context.Context, dir string, formats []string, force bool, out io.Writer) {
	if len(formats) == 0 {
		return
	}
	failed := func(message, hint string) {
		a.problem(message, hint)
		if a.exit == exitOK || a.exit == exitFindings {
			a.exit = exitSomeFailed
		}
	}
	path, ok := a.datasetWriter(formats)
	if !ok {
		failed(a.sayf("%s 已经过时：%s", "%s is out of date: %s", dir+"/"+dataset.Dir, a.noDataProgram(formats)), a.dataProgramHint())
		return
	}
	if path == "" {
		made, _, err := dataset.Write(ctx, dir, dataset.Options{Formats: formats, Sinks: datasetSinks, Version: version, Force: force})
		switch {
		case errors.Is(err, context.Canceled):
			a.exit = exitInterrupted
		case err != nil:
			failed(dataset.Problem(dir, err, a.lang))
		case out != nil:
			_, _ = out.Write([]byte(screen.Clean(made.Told(dir, a.lang)) + "\n")) // the sink tells
		}
		return
	}
	args := []string{"--to", strings.Join(formats, ","), "--lang", string(a.lang)}
	if force {
		args = append(args, "--force")
	}
	status, err := beside.Run(ctx, path, append(args, "--", dir), out, a.stderr)
	switch {
	case ctx.Err() != nil:
		a.exit = exitInterrupted
	case err != nil:
		failed(a.sayf("%s 未能运行：%s", "%s did not run: %s", path, a.reason(err)), a.say("请检查该文件，或重新安装", "check that file, or install it again"))
	case status != exitOK && (a.exit == exitOK || a.exit == exitFindings):
		a.exit = exitSomeFailed // it has said why
	}
}

// withJSON adds the format that a dataset is made of.
func withJSON(formats, ofDataset []string) []string {
	if len(ofDataset) == 0 || slices.Contains(formats, "json") {
		return formats
	}
	return append(slices.Clone(formats), "json")
}

// verifyDataset holds the dataset of DIR against its manifest.
func (a *app) verifyDataset(dir string, report *verified) error {
	v, err := dataset.Verify(dir)
	if err != nil {
		return a.cannotVerify(dir, err)
	}
	report.Dataset = v
	return nil
}

// tellDataset says what is not as it was written.
func (a *app) tellDataset(v *dataset.Verified, print func(string)) {
	if v == nil {
		return
	}
	state := map[batch.State]string{batch.Missing: a.say("缺失", "missing"), batch.Changed: a.say("被改过", "changed")}
	for _, d := range v.Damage {
		print(state[d.State] + "  " + screen.Clean(d.Output))
	}
	switch {
	case v.Foreign:
		print(a.sayf("不是 ziping 写的  %s", "not by ziping  %s", dataset.ManifestName))
	case v.Stale:
		print(a.say("数据集早于台账；再运行 ziping convert 或 --repair 会重写", "the dataset is older than the account; ziping convert or --repair writes it anew"))
	case len(v.Damage) > 0:
		print(a.say("数据集有损坏；--repair 会重写", "the dataset is damaged; --repair writes it anew"))
	}
}

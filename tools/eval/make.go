package eval

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ziping/tools/eval/produce"
)

// Make writes the file and the truth of each case into a folder, but for those
// that lie there already. What could not be made is counted by its reason.
func Make(cases []Case, dir string, log func(string)) (skipped map[string]int, err error) {
	w, err := produce.NewWorkshop(filepath.Join(dir, "work"))
	if err != nil {
		return nil, err
	}
	skipped = map[string]int{}
	missing := map[string]string{} // reason by producer
	for _, c := range cases {
		if why := missing[c.Producer.Name]; why != "" {
			skipped[why]++
			continue
		}
		path := filepath.Join(dir, c.Name)
		if _, err := os.Stat(path + c.Ext()); err == nil {
			continue
		}
		data, err := c.Producer.Make(w, c.Forms, c.Look)
		switch {
		case errors.Is(err, produce.ErrMissing):
			missing[c.Producer.Name] = err.Error()
			skipped[err.Error()]++
			continue
		case errors.Is(err, produce.ErrCannot):
			skipped["a producer has no such look, or its font no such character"]++
			continue
		case err != nil:
			log(fmt.Sprintf("%s: %v", c.Name, err))
			skipped[c.Producer.Name+" failed"]++
			continue
		}
		truth, err := c.Truth().Write()
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(path+".json", truth, 0o644); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path+c.Ext(), data, 0o644); err != nil {
			return nil, err
		}
		log("made " + c.Name)
	}
	return skipped, w.Clear()
}

// ScoreAll reads the files of a folder that are chosen and compares them, some
// at a time.
func ScoreAll(dir string, chosen func(name string) bool, jobs int, reading func() Reading) ([]Result, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, p := range paths {
		if n := strings.TrimSuffix(filepath.Base(p), ".json"); chosen(n) {
			names = append(names, n)
		}
	}
	results := make([]Result, len(names))
	errs := make(chan error, jobs)
	for j := range jobs {
		read := reading()
		go func() {
			for i := j; i < len(names); i += jobs {
				r, err := scoreFile(filepath.Join(dir, names[i]), read)
				if err != nil {
					errs <- err
					return
				}
				results[i] = r
			}
			errs <- nil
		}()
	}
	for range jobs {
		if e := <-errs; e != nil && err == nil {
			err = e
		}
	}
	return results, err
}

func scoreFile(path string, read Reading) (Result, error) {
	said, err := os.ReadFile(path + ".json")
	if err != nil {
		return Result{}, err
	}
	truth, err := ReadTruth(said)
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", path, err)
	}
	if truth.Ext == "" {
		truth.Ext = ".pdf"
	}
	data, err := os.ReadFile(path + truth.Ext)
	if err != nil {
		return Result{}, err
	}
	return Score(filepath.Base(path), data, truth, read), nil
}

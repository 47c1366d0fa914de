package lexicon

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"ziping/text/datafile"
)

//go:embed words.yaml
var wordsYAML []byte

// Words tell what a cell is where it cannot be looked up as a whole heading;
// words.yaml says of each what it is for.
type Words struct {
	LabelEnd       List   `yaml:"label_end"`
	FormNumber     List   `yaml:"form_number"`
	FormNumberRest string `yaml:"form_number_rest"`
	Note           List   `yaml:"note"`
	NoteMark       string `yaml:"note_mark"`
	TableEnd       string `yaml:"table_end"`
	GoesOn         List   `yaml:"goes_on"`
	PageNumber     List   `yaml:"page_number"`
	TitleWord      List   `yaml:"title_word"`
	Assessing      List   `yaml:"assessing"`
	TitleAsks      List   `yaml:"title_asks"`
	TitleRest      List   `yaml:"title_rest"`
	OfficeEnd      List   `yaml:"office_end"`
	PageLabel      List   `yaml:"page_label"`
	PageWord       List   `yaml:"page_word"`
	PageBeside     List   `yaml:"page_beside"`
	FileEnd        List   `yaml:"file_end"`

	Indicator    string `yaml:"indicator"`
	AndOthers    string `yaml:"and_others"`
	ThirdLevel   string `yaml:"third_level"`
	FinalAccount string `yaml:"final_account"`
	CostLevels   List   `yaml:"cost_levels"`
	Cost         string `yaml:"cost"`
	Satisfaction string `yaml:"satisfaction"`
	TimeBound    List   `yaml:"time_bound"`
	Achieved     string `yaml:"achieved"`
	MarksFor     List   `yaml:"marks_for"`
	BesideFull   List   `yaml:"beside_full_mark"`

	Income        string `yaml:"income"`
	PartOf        List   `yaml:"part_of"`
	Asks          List   `yaml:"asks"`
	MoneyLabel    List   `yaml:"money_label"`
	Numbering     List   `yaml:"numbering"`
	GroupExecuted List   `yaml:"group_executed"`
	OverSources   List   `yaml:"over_sources"`
	GroupBalance  List   `yaml:"group_balance"`

	Total         List `yaml:"total"`
	TotalOfScores List `yaml:"total_of_scores"`
	Subtotal      List `yaml:"subtotal"`

	MostlyBlank List   `yaml:"mostly_blank"`
	NeverBlank  List   `yaml:"never_blank"`
	YesOrNo     string `yaml:"yes_or_no"`
	YesNo       List   `yaml:"yes_no"`
	FiguresEnd  List   `yaml:"figures_end"`
	FiguresHave string `yaml:"figures_have"`
	ValuesEnd   List   `yaml:"values_end"`
	Review      string `yaml:"review"`
	Answers     List   `yaml:"answers"`

	Signs          List   `yaml:"signs"`
	SelfEvaluation string `yaml:"self_evaluation"`

	Labels struct {
		Title       string `yaml:"title"`
		Page        string `yaml:"page"`
		PageNumber  string `yaml:"page_number"`
		RowNumbers  string `yaml:"row_numbers"`
		FormNumber  string `yaml:"form_number"`
		WholeMoney  string `yaml:"whole_money"`
		Operator    string `yaml:"operator"`
		Unit        string `yaml:"unit"`
		OnlyTargets string `yaml:"only_targets"`
	} `yaml:"labels"`
}

// List is a list of words.
type List []string

// Has reports a text that is one of the words.
func (l List) Has(s string) bool { return slices.Contains(l, s) }

// In reports a text with one of the words in it.
func (l List) In(s string) bool {
	return slices.ContainsFunc(l, func(w string) bool { return strings.Contains(s, w) })
}

// Begin reports a text that begins with one of the words.
func (l List) Begin(s string) bool {
	return slices.ContainsFunc(l, func(w string) bool { return strings.HasPrefix(s, w) })
}

// End reports a text that ends with one of the words.
func (l List) End(s string) bool {
	return slices.ContainsFunc(l, func(w string) bool { return strings.HasSuffix(s, w) })
}

// loadWords refuses a list without words, a word without characters, and what
// nobody reads.
func loadWords(text []byte) (w Words, err error) {
	if err := datafile.Decode("lexicon: words", text, &w); err != nil {
		return w, err
	}
	return w, filled(reflect.ValueOf(w))
}

func filled(v reflect.Value) error {
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		if f.Kind() == reflect.Struct {
			if err := filled(f); err != nil {
				return err
			}
			continue
		}
		list, isList := f.Interface().(List)
		if f.IsZero() || isList && (len(list) == 0 || slices.Contains(list, "")) {
			return fmt.Errorf("lexicon: words: %s is empty", name)
		}
	}
	return nil
}

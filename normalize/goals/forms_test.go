package goals_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of goals, printed in every way, by the forms of other
// packages too.
func TestForms(t *testing.T) {
	formtest.Check(t, "testdata/forms.txt", formtest.Placed)
	formtest.Check(t, "../place/testdata/forms.txt", formtest.Placed)
}

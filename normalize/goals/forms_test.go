package goals_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of goals, printed in every way.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Placed) }

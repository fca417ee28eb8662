;;; jot-mode.el --- Major mode for Jot, a journaling markup  -*- lexical-binding: t; -*-

;; Copyright (C) 2026 The Inkling authors

;; Author: The Inkling authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: wp, languages
;; URL: https://inkling.example/
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Jot is plain text for journals, letters and worksheets: headings that open
;; entries, fields, prompts, people and tags.  `jot-mode' colours the markup
;; and gives the outline and the index; `jot-ts-mode' colours by the
;; tree-sitter grammar where that is installed.

;;; Code:

(require 'outline)

(declare-function treesit-ready-p "treesit")
(declare-function treesit-parser-create "treesit")
(declare-function treesit-font-lock-rules "treesit")
(declare-function treesit-major-mode-setup "treesit")

(defvar treesit-font-lock-settings)
(defvar treesit-font-lock-feature-list)

(defconst jot-mode--quotes
  '((?\" "\"" loose) (?“ "”" always) (?„ "“”" always) (?« "»" loose)
    (?» "«»") (?” "”") (?‘ "’") (?‚ "‘") (?‹ "›") (?› "‹"))
  "What opens speech, what closes it, and how freely.
Some always open, some (loose) wherever they are not closer to what
stands before them, and the rest only where they are closer to what
stands behind; these close neither behind a blank nor within a word,
as an apostrophe would.")

(defun jot-mode--closeness (char)
  "Return 0 where CHAR is a blank or nothing, 1 for a mark, 2 for a letter."
  (cond ((or (null char) (memq char '(?\s ?\t ?\n ?\r #xa0))
             (<= #x2000 char #x200a))
         0)
        ((string-match-p "[[:alnum:]_/]" (string char)) 2)
        (t 1)))

(defun jot-mode--opens-p (how)
  "Return whether the quote just behind point opens, being one of HOW."
  (let ((before (jot-mode--closeness (char-before (1- (point)))))
        (after (jot-mode--closeness (char-after))))
    (or (eq how 'always) (> after before)
        (and (eq how 'loose) (= after before)))))

(defun jot-mode--closed-p (closers how)
  "Move past the first of CLOSERS on this line that ends speech, one of HOW."
  (let (found)
    (while (and (not found)
                (progn (skip-chars-forward (concat "^\n" closers))
                       (not (or (eobp) (eolp)))))
      (let ((before (jot-mode--closeness (char-before))))
        (forward-char)
        (setq found
              (or how
                  (and (> before 0)
                       (not (= before 2 (jot-mode--closeness
                                         (char-after)))))))))
    found))

(defun jot-mode--speech (limit)
  "Match the next speech that opens before LIMIT, for font lock."
  (let (found)
    (while (and (not found) (re-search-forward "[\"“„«»”‘‚‹›]" limit t))
      (let* ((start (match-beginning 0)) (opened (point))
             (quote (cdr (assq (char-before) jot-mode--quotes))))
        (if (and (jot-mode--opens-p (cadr quote))
                 (jot-mode--closed-p (car quote) (cadr quote)))
            (progn (set-match-data (list start (point))) (setq found t))
          (goto-char opened))))
    found))

(defvar jot-mode-font-lock-keywords
  '(("^\\(#\\{1,6\\}\\) .*$" . 'outline-1)
    ("^#\\{1,6\\} \\([0-9]\\{4\\}-[0-9][0-9]-[0-9][0-9]\\)"
     1 font-lock-constant-face t)
    ("^\\([a-z][a-z-]*\\): .*$" (0 (jot-mode--field-face) t))
    ("^\\? .*$" . font-lock-keyword-face)
    ("^%%.*$" 0 font-lock-comment-face t)
    ("^>.*$" . font-lock-doc-face)
    ("^____+ *$" . 'shadow)
    ("^ *\\([-*+]\\|[0-9]+[.)]\\) \\(\\[[ xX]\\]\\)?" . font-lock-builtin-face)
    ("\\(?:^\\|[^[:alnum:]_]\\)\\(@[[:alpha:]][[:alnum:]_-]*\\)"
     1 font-lock-variable-name-face prepend)
    ("\\(?:^\\|[^[:alnum:]_&]\\)\\(#[[:alpha:]][[:alnum:]_-]*\\)"
     1 font-lock-type-face prepend)
    ("\\*\\*[^*\n]+\\*\\*" 0 'bold prepend)
    ("\\(?:^\\|[^*]\\)\\(\\*[^* \n][^*\n]*\\*\\)" 1 'italic prepend)
    ("`[^`\n]+`" 0 font-lock-constant-face prepend)
    (jot-mode--speech 0 font-lock-string-face prepend)
    ("\\[[^]\n]*\\]([^)\n]*)\\|\\[\\[[^]\n]*\\]\\]" 0 'link prepend))
  "What `jot-mode' colours: the markup, never the words.")

(defun jot-mode--field-face ()
  "Return a face if the field just matched stands where fields may.
That is at the top of the file or straight under a heading."
  (save-excursion
    (goto-char (match-beginning 0))
    (while (and (not (bobp))
                (progn (forward-line -1) (looking-at "[a-z][a-z-]*: "))))
    (and (or (bobp) (looking-at "#\\{1,6\\} "))
         font-lock-preprocessor-face)))

(defvar jot-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    (modify-syntax-entry ?\" "." table)
    table)
  "Syntax table of `jot-mode'.")

(defun jot-mode--setup ()
  "What `jot-mode' and `jot-ts-mode' have in common."
  (setq-local comment-start "%% " comment-end "")
  (setq-local comment-start-skip "^%%+[ \t]*")
  (setq-local outline-regexp "#\\{1,6\\} ")
  (setq-local outline-level (lambda () (1- (- (match-end 0)
                                              (match-beginning 0)))))
  (setq-local imenu-generic-expression
              '((nil "^#\\{1,6\\} +\\(.+\\)$" 1)
                ("Prompts" "^\\? +\\(.+\\)$" 1)))
  (setq-local paragraph-start "\f\\|[ \t]*$\\|[#?>]\\|%%")
  (setq-local paragraph-separate "[ \t\f]*$\\|#\\{1,6\\} ")
  (outline-minor-mode 1)
  (visual-line-mode 1))

;;;###autoload
(define-derived-mode jot-mode text-mode "Jot"
  "Major mode for Jot: journals, letters and worksheets."
  (setq-local font-lock-defaults '(jot-mode-font-lock-keywords t))
  (setq-local font-lock-multiline nil)
  (jot-mode--setup))

(defun jot-ts-mode--rules ()
  "Return what `jot-ts-mode' colours, by the grammar's own names."
  (treesit-font-lock-rules
   :language 'jot :feature 'markup
   '((heading) @outline-1
     (prompt) @font-lock-keyword-face
     [(note) (comment)] @font-lock-comment-face
     (hush) @font-lock-preprocessor-face
     (quote) @font-lock-doc-face
     [(blank) (break) (gap)] @shadow
     (field_key) @font-lock-preprocessor-face
     (code) @font-lock-constant-face
     (front_matter) @font-lock-comment-face
     [(item_marker) (task_open) (task_done)] @font-lock-builtin-face)
   :language 'jot :feature 'inline :override t
   '((entry_marker) @font-lock-constant-face
     (emphasis) @italic
     (strong) @bold
     (speech) @font-lock-string-face
     (verbatim) @font-lock-constant-face
     [(link) (autolink) (wikilink)] @link
     (mention) @font-lock-variable-name-face
     (tag) @font-lock-type-face)))

;;;###autoload
(define-derived-mode jot-ts-mode text-mode "Jot"
  "Major mode for Jot, coloured by its tree-sitter grammar."
  :syntax-table jot-mode-syntax-table
  (unless (and (require 'treesit nil t) (treesit-ready-p 'jot t))
    (user-error "No tree-sitter grammar for Jot; `jot-mode' needs none"))
  (treesit-parser-create 'jot)
  (setq-local treesit-font-lock-settings (jot-ts-mode--rules))
  (setq-local treesit-font-lock-feature-list '((markup) (inline)))
  (jot-mode--setup)
  (treesit-major-mode-setup))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.jot\\'" . jot-mode))

(provide 'jot-mode)
;;; jot-mode.el ends here

;;; letter.el --- A real letter in Emacs  -*- lexical-binding: t; -*-
;; SPDX-License-Identifier: MIT

;;; Code:

(require 'check)
(defvar treesit-extra-load-path)
(defvar letter-line 7 "I guess I just felt kind of ignored when you left.")
(declare-function eglot-managed-p "eglot")
(declare-function eglot-current-server "eglot")
(declare-function eglot-shutdown "eglot")
(declare-function lsp-workspace-shutdown "lsp-mode")

(defun letter-go (words)
  "Put point on WORDS in the line of the hint."
  (goto-char (point-min))
  (forward-line (1- letter-line))
  (search-forward words (line-end-position))
  (goto-char (match-beginning 0)))

(defun letter-text ()
  "Return the line of the hint."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- letter-line))
    (buffer-substring-no-properties (point) (line-end-position))))

(defun letter-hover ()
  "Return what the server says about the place at point."
  (if (eq check-client 'eglot)
      (let ((hover (jsonrpc-request
                    (eglot-current-server) :textDocument/hover
                    (eglot--TextDocumentPositionParams))))
        (format "%s" (and hover (eglot--hover-info (plist-get hover :contents)))))
    (format "%S" (lsp-request "textDocument/hover"
                              (lsp--text-document-position-params)))))

(defun letter-fix (words)
  "Apply the code action whose title has WORDS in it."
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt table &rest _)
               (cl-find-if (lambda (title)
                             (and (string-match-p words title)
                                  (not (string-match-p "Hush\\|Ask me" title))))
                           (all-completions "" table)))))
    (if (eq check-client 'eglot)
        (call-interactively #'eglot-code-actions)
      (let ((lsp-auto-execute-action nil))
        (call-interactively #'lsp-execute-code-action)))))

;; Emacs 28's own Flymake says so of every mode that has no legacy checker.
(defun letter-errors ()
  "Return what has been said of errors."
  (cl-remove-if (lambda (line) (string-match-p "flymake-proc-legacy" line))
                (cl-remove-if-not
                 (lambda (line) (string-match-p "\\berror\\b" (downcase line)))
                 (split-string (check-messages) "\n"))))

(defun letter-grey ()
  "Return the inlay text that stands in the buffer."
  (mapconcat (lambda (o) (format "%s%s" (or (overlay-get o 'before-string) "")
                                 (or (overlay-get o 'after-string) "")))
             (cl-remove-if-not (lambda (o) (overlay-get o 'eglot--inlay-hint))
                               (overlays-in (point-min) (point-max)))
             " "))

(check-run
 (find-file "letter.jot")
 (check "the language is jot" (eq major-mode 'jot-mode) major-mode)
 (font-lock-ensure)
 (goto-char (point-min))
 (check "a field is coloured" (get-text-property (point) 'face))
 (search-forward "@sam")
 (check "a person is coloured" (get-text-property (1- (point)) 'face))
 (when (and (fboundp 'treesit-available-p) (treesit-available-p))
   (setq treesit-extra-load-path
         (list (expand-file-name "parsers" (getenv "INKLING_TEST"))))
   (with-temp-buffer
     (insert "kind: letter\n\n? What now?\n\nI miss @sam.\n")
     (jot-ts-mode)
     (font-lock-ensure)
     (check "the tree colours a prompt"
            (progn (goto-char (point-min)) (search-forward "What")
                   (get-text-property (1- (point)) 'face)))
     (check "the tree colours a person"
            (progn (search-forward "@sam")
                   (get-text-property (1- (point)) 'face)))))
 (inkling-start)
 (when (eq check-client 'eglot)
   (apply #'eglot--connect (eglot--guess-contact)))
 (when (eq check-client 'lsp-mode) (lsp))
 (check-soon "a hint" (lambda () (cl-find letter-line (check-hints) :key #'car))
             #'check-hints)
 (letter-go "kind of")
 (check "it is quiet"
        (not (cl-find-if (lambda (d)
                           (memq (flymake-diagnostic-type d)
                                 '(eglot-error eglot-warning :error :warning)))
                         (flymake-diagnostics)))
        (flymake-diagnostics))
 (check-soon "hovered" (lambda () (string-match-p "hedge" (letter-hover)))
             #'letter-hover)
 (when (fboundp 'eglot-inlay-hints-mode)
   (eglot-inlay-hints-mode 1)
   (eglot--update-hints-1 (point-min) (point-max))
   (check-soon "a grey question stands in it"
               (lambda () (string-match-p "\\?" (letter-grey))) #'letter-grey))
 (letter-go "kind of")
 (letter-fix "kind of")
 (check-soon "the fix" (lambda () (not (string-match-p "kind of" (letter-text))))
             #'letter-text)
 (letter-go "I")
 (delete-region (point) (line-end-position))
 (insert "I am lonely tonight.")
 (run-hooks 'post-command-hook)
 (if (eq check-client 'eglot)
     (eglot--signal-textDocument/didChange))
 (check-soon "typed away"
             (lambda () (not (cl-find letter-line (check-hints) :key #'car)))
             #'check-hints)
 (if (eq check-client 'eglot)
     (eglot-shutdown (eglot-current-server))
   (lsp-workspace-shutdown (car (lsp-workspaces))))
 (check-rest 0.5)
 (check "stops when asked to" (null inkling--deaths) inkling--deaths)
 (check "no error is told" (null (letter-errors)) (letter-errors)))
;;; letter.el ends here
